//! What a score needs to reach a target, worked out exactly: whole numbers and fractions from the input's text to the answer's.
//!
//! A mean of stars asks for five-star ratings ([`stars`], [`shown`], [`ones`]), which take orders and days ([`orders`], [`confident`], [`rolling`]);
//! a rate asks for clean orders ([`rate`]). A score made of bands or ranks asks for nothing that could be worked out.
//! Questions that make no sense are answered with what is wrong ([`error::ScoreError`]), never with a number.

pub mod confident;
pub mod decimal;
pub mod error;
pub mod exact;
pub mod ones;
pub mod orders;
pub mod parse;
pub mod rate;
pub mod rolling;
pub mod say;
pub mod shown;
pub mod stars;
pub mod step;
pub mod window;
