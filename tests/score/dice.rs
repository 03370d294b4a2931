//! Problems by lot, with fixed seeds, and what decides them.

use aftersales_radar::score::decimal::Decimal;
use aftersales_radar::score::stars::{Mean, Need};

/// SplitMix64.
pub struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub fn between(&mut self, first: u64, last: u64) -> u64 {
        first + self.below(last - first + 1)
    }
}

/// `units` with `places` digits after the point, written as text and read back by the code under test.
pub fn decimal(units: i128, places: u32) -> Decimal {
    let scale = 10_i128.pow(places);
    let text = match places {
        0 => units.to_string(),
        _ => format!("{}.{:0width$}", units / scale, units % scale, width = places as usize),
    };
    Decimal::parse("number", &text).unwrap()
}

pub fn mean(units: i128, places: u32) -> Mean {
    Mean::new("mean", decimal(units, places)).unwrap()
}

/// A random mean of 1 to 5 with 0 to `most` places: its units and its places.
pub fn any_mean(dice: &mut Dice, most: u32) -> (i128, u32) {
    let places = dice.below(u64::from(most) + 1) as u32;
    let scale = 10_u64.pow(places);
    (i128::from(dice.between(scale, 5 * scale)), places)
}

/// Counts of every size, small ones often.
pub fn any_count(dice: &mut Dice) -> u64 {
    let bits = dice.below(34);
    dice.below((1 << bits) + 1)
}

/// Whether `need` is the least number for which `enough` holds; `never` says that none can.
pub fn least(need: Need, never: bool, enough: impl Fn(i128) -> bool) -> bool {
    match need {
        Need::Impossible => never,
        Need::Count(number) => {
            let number = i128::from(number);
            !never && enough(number) && (number == 0 || !enough(number - 1))
        }
    }
}
