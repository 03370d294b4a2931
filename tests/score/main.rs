//! The arithmetic of targets against its definitions: what is claimed to be enough is enough, and one less is not.
//! Every problem is decided by whole numbers written out here, not by the formulas under test. Seeds are fixed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs,
    reason = "a tool or test outside the product may stop and print"
)]

mod dice;
mod orders;
mod rates;
mod stars;
