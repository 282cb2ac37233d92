//! Which sum is the most or the least that one can get, and which only bounds something beside it, in the languages of the house.

use super::assert_offered;

#[test]
fn a_denied_word_for_more_bounds_from_above() {
    assert_offered(&[
        ("Les demandes de plus de 4 000 € ne seront pas acceptées.", "max 4000 EUR"),
        ("No grant of more than £4,000 will be made.", "max 4000 GBP"),
        ("We cannot give over £4,000 to one club.", "max 4000 GBP"),
        ("Awards of more than £4,000 will not be granted.", "max 4000 GBP"),
        ("Requests for more than £4,000 will not be considered.", "max 4000 GBP"),
        ("Es wird kein Zuschuss über 4.000 Euro gezahlt.", "max 4000 EUR"),
        ("Zuwendungen über 4.000 Euro werden nicht bewilligt.", "max 4000 EUR"),
        ("Zuschüsse von mehr als 4.000 Euro sind nicht möglich.", "max 4000 EUR"),
        ("L'aide ne pourra être supérieure à 4 000 €.", "max 4000 EUR"),
        ("Aucune aide de plus de 4 000 € n'est versée.", "max 4000 EUR"),
        ("Ninguna ayuda podrá ser superior a 4.000 euros.", "max 4000 EUR"),
        ("No se concederán ayudas de más de 4.000 euros por entidad.", "max 4000 EUR"),
        ("לא תאושר תמיכה של יותר מ-4,000 ש\"ח", "max 4000 ILS"),
        ("לא יינתנו מענקים מעל 4,000 ש\"ח", "max 4000 ILS"),
        ("لا تمنح منحة أكثر من 4,000 دولار", "max 4000 USD"),
        // Something else is denied, or nothing.
        ("The grant is not less than €4,000.", "min 4000 EUR"),
        ("Those who have not received more than £4,000 from us may apply.", "min 4000 GBP"),
        ("No report is needed for grants over £4,000.", "min 4000 GBP"),
        ("Grants of more than £4,000 do not have to be repaid.", "min 4000 GBP"),
        ("Not only towns get more than €4,000.", "min 4000 EUR"),
        ("Anträge über 4.000 Euro müssen nicht begründet werden.", "min 4000 EUR"),
        ("Ne sont éligibles que les projets de plus de 4 000 €.", "min 4000 EUR"),
        ("Solo se admiten proyectos de más de 4.000 euros.", "min 4000 EUR"),
        ("Entidades que no tengan ingresos superiores a 90.000 euros.", ""),
        ("Vereine, die keine Einnahmen über 90.000 Euro haben.", ""),
        ("We fund no projects over £90,000. Grants are up to £4,000.", "max 4000 GBP"),
    ]);
}
