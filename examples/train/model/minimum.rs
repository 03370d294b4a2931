//! The lowest point of a smooth convex function, by L-BFGS (Nocedal and Wright, Numerical Optimization, algorithms 7.4 and 3.1).

use std::collections::VecDeque;

/// Steps remembered.
const MEMORY: usize = 10;
const MOST_STEPS: usize = 300;
/// Where a step lowers the function by less than this share, it is low enough.
const LOW_ENOUGH: f64 = 1e-7;
/// A step must lower the function by this share of what its slope promises.
const PROMISED: f64 = 1e-4;

/// A step taken, and what it changed of the slope.
struct Step {
    along: Vec<f64>,
    bent: Vec<f64>,
    /// One by their product.
    scale: f64,
}

/// Starts at `point`; `function` gives the value and writes the slope.
pub fn minimum(mut point: Vec<f64>, mut function: impl FnMut(&[f64], &mut [f64]) -> f64) -> Vec<f64> {
    let mut slope = vec![0.0; point.len()];
    let mut value = function(&point, &mut slope);
    let mut steps: VecDeque<Step> = VecDeque::new();
    for _ in 0..MOST_STEPS {
        let way = downhill(&slope, &steps);
        let falls = dot(&slope, &way);
        // Nothing is known of the first step's length.
        let mut length = if steps.is_empty() { 1.0 / dot(&slope, &slope).sqrt().max(1.0) } else { 1.0 };
        let (next, next_slope, next_value) = loop {
            let next: Vec<f64> = point.iter().zip(&way).map(|(at, way)| at + length * way).collect();
            let mut next_slope = vec![0.0; point.len()];
            let next_value = function(&next, &mut next_slope);
            if next_value <= value + PROMISED * length * falls || length < 1e-10 {
                break (next, next_slope, next_value);
            }
            length *= 0.5;
        };
        let along = difference(&next, &point);
        let bent = difference(&next_slope, &slope);
        let product = dot(&along, &bent);
        if product > 0.0 {
            steps.push_back(Step { along, bent, scale: 1.0 / product });
            if steps.len() > MEMORY {
                steps.pop_front();
            }
        }
        let lowered = value - next_value;
        (point, slope, value) = (next, next_slope, next_value);
        if lowered <= LOW_ENOUGH * value.abs() {
            break;
        }
    }
    point
}

/// The way down, with what the last steps tell of the function's bends.
fn downhill(slope: &[f64], steps: &VecDeque<Step>) -> Vec<f64> {
    let mut way: Vec<f64> = slope.iter().map(|slope| -slope).collect();
    let mut shares = Vec::with_capacity(steps.len());
    for step in steps.iter().rev() {
        let share = step.scale * dot(&step.along, &way);
        add(&mut way, -share, &step.bent);
        shares.push(share);
    }
    if let Some(last) = steps.back() {
        let scale = 1.0 / (last.scale * dot(&last.bent, &last.bent));
        way.iter_mut().for_each(|way| *way *= scale);
    }
    for (step, share) in steps.iter().zip(shares.into_iter().rev()) {
        let back = step.scale * dot(&step.bent, &way);
        add(&mut way, share - back, &step.along);
    }
    way
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

fn add(to: &mut [f64], times: f64, what: &[f64]) {
    to.iter_mut().zip(what).for_each(|(to, what)| *to += times * what);
}

fn difference(one: &[f64], other: &[f64]) -> Vec<f64> {
    one.iter().zip(other).map(|(one, other)| one - other).collect()
}
