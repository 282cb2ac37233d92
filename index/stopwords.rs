//! Words that people type around what they look for: function words, and what a question begins with. A record need not have them.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Only function words, and of them only such as mean nothing else in another of these languages (`die`, `son`, `mit` are left out, and `מי`,
/// which is also the water of `מי שתייה`, `who`, which is also the health organisation, `comment`).
const WORDS: &str = "של על את עם אל או גם כל זה זו זאת הוא היא הם אשר לפי בין עבור אצל כדי \
    a an and are as at be by for from in into is it of on or s that the their this to what which with \
    au aux avec dans des du et la le les ou par pour sur un une \
    am auf aus bei das dem den der ein eine einem einen einer für im ist und von vom zu zum zur \
    al con de del el en las los para por que sus una y \
    في من على الى عن مع او التي الذي هذا هذه \
    מה מהו מהי מהם מהן מיהו מיהי מיהם איזה איזו אילו באיזה באיזו באילו מתי היכן איפה לאן מאין כיצד איך כמה מדוע למה האם \
    when where how why whose \
    quand quel quelle quels quelles pourquoi combien \
    wann wo wer welche welcher welches welchem welchen warum wieviel \
    qué quién quiénes cuándo dónde cuál cuáles cómo cuánto cuántos cuánta cuántas \
    متى اين كيف لماذا هل ماذا";

static NORMAL: LazyLock<HashSet<String>> =
    LazyLock::new(|| WORDS.split_whitespace().map(|word| words::normal(word).into_owned()).collect());

/// Whether a word, in normal form, may be missing.
pub(crate) fn is_stopword(norm: &str) -> bool {
    NORMAL.contains(norm)
}
