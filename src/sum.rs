//! A sum as people write it into a form: `50,000`, `50.000,50 €`, `2.500`.

use sources::normalise::money::money;

/// The number that `written` is in `currency`, with thousands and cents as any country writes them; none where it says more than one sum,
/// another currency, or a currency that no text names.
pub(crate) fn written(written: &str, currency: &str) -> Option<f64> {
    let found = money(written, Some(currency));
    let amount = found.max.filter(|most| found.min == Some(*most) && *most >= 0.0)?;
    let around = [written.get(..found.start)?, written.get(found.end..)?].map(str::trim);
    let is_whole = around.iter().all(|rest| rest.is_empty() || money(rest, None).currency.as_deref() == Some(currency));
    (is_whole && found.currency.as_deref() == Some(currency)).then_some(amount)
}

/// Is it the code of a currency that texts name: does "1 XYZ" say so without being told?
pub(crate) fn is_currency(code: &str) -> bool {
    money(&format!("1 {code}"), None).currency.as_deref() == Some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_read_as_it_is_written_in_every_country() {
        for (typed, amount) in [
            ("50,000", 50_000.0),
            ("50.000,50", 50_000.5),
            ("12.345,67", 12_345.67),
            ("2.500", 2_500.0),
            ("1,5", 1.5),
            ("1 250 000", 1_250_000.0),
            ("50,000.5", 50_000.5),
            ("40000 €", 40_000.0),
        ] {
            assert_eq!(written(typed, "EUR"), Some(amount), "{typed}");
        }
        for unclear in ["much", "-5", "1e99", "NaN", "50 ₪", "3 times 50,000", "up to 5,000", "10%"] {
            assert_eq!(written(unclear, "EUR"), None, "{unclear}");
        }
    }

    #[test]
    fn a_currency_is_one_that_texts_name() {
        assert!(["EUR", "ILS", "USD", "GBP", "CHF", "PLN", "SEK"].into_iter().all(is_currency));
        assert!(!["XQZ", "ABC", "THE"].into_iter().any(is_currency));
    }
}
