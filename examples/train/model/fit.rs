//! The weights that say the lines are likeliest while staying small: softmax regression with a Gaussian prior, one over the issues and one
//! over the quality, side by side in one table.

use aftersales_radar::issue::Issue;
use aftersales_radar::issue::model::{OUTPUTS, calm};

use super::minimum::minimum;

/// By row, the bias last.
pub type Weights = Vec<[f64; OUTPUTS]>;

/// How small the weights are held: of the issues, of the quality. Chosen by lines that neither cues nor model had seen; half and double read
/// within half a point. Without it the model knows its lines by heart, and is sure where it should not be.
const PRIOR: [f64; 2] = [6.7, 10.0];

/// The features of a line that have rows, and what each counts.
pub struct Known {
    rows: Vec<usize>,
    calm: f64,
}

impl Known {
    pub fn new(rows: Vec<usize>) -> Self {
        let calm = f64::from(calm(rows.len() as u32));
        Self { rows, calm }
    }

    /// The rows and the bias.
    fn all(&self, bias: usize) -> impl Iterator<Item = usize> {
        self.rows.iter().copied().chain([bias])
    }
}

/// What the weights make of a line, before softmax.
pub fn sums(weights: &Weights, known: &Known) -> [f64; OUTPUTS] {
    let mut sums = [0.0; OUTPUTS];
    for row in known.all(weights.len() - 1) {
        for (sum, weight) in sums.iter_mut().zip(&weights[row]) {
            *sum += weight;
        }
    }
    sums.map(|sum| sum * known.calm)
}

/// The weights for these lines; `wanted` is what should be believed of each.
pub fn fit(known: &[Known], wanted: &[[f64; OUTPUTS]], rows: usize) -> Weights {
    let table = |flat: &[f64]| -> Weights { flat.chunks(OUTPUTS).map(|row| row.try_into().expect("a row")).collect() };
    let loss = |flat: &[f64], slope: &mut [f64]| {
        let weights = table(flat);
        let mut loss = 0.0;
        for ((place, weight), slope) in flat.iter().enumerate().zip(slope.iter_mut()) {
            let prior = PRIOR[usize::from(place % OUTPUTS >= Issue::COUNT)];
            loss += 0.5 * prior * weight * weight;
            *slope = prior * weight;
        }
        for (known, wanted) in known.iter().zip(wanted) {
            let mut belief = sums(&weights, known);
            let (issues, quality) = belief.split_at_mut(Issue::COUNT);
            softmax(issues);
            softmax(quality);
            for (wanted, belief) in wanted.iter().zip(belief).filter(|(wanted, _)| **wanted > 0.0) {
                loss -= wanted * libm::log(belief.max(f64::MIN_POSITIVE));
            }
            for row in known.all(rows) {
                let slope = &mut slope[row * OUTPUTS..][..OUTPUTS];
                for ((slope, belief), wanted) in slope.iter_mut().zip(belief).zip(wanted) {
                    *slope += known.calm * (belief - wanted);
                }
            }
        }
        loss
    };
    table(&minimum(vec![0.0; (rows + 1) * OUTPUTS], loss))
}

fn softmax(sums: &mut [f64]) {
    let top = sums.iter().copied().fold(f64::MIN, f64::max);
    let mut whole = 0.0;
    for sum in sums.iter_mut() {
        *sum = libm::exp(*sum - top);
        whole += *sum;
    }
    for sum in sums {
        *sum /= whole;
    }
}
