//! The only export of the core to wasm; no logic.

use wasm_bindgen::prelude::wasm_bindgen;

/// See [`crate::engine::evaluate`].
#[wasm_bindgen]
#[must_use]
pub fn evaluate(request: &str) -> String {
    crate::engine::evaluate(request)
}
