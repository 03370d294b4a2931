//! The only exports of the core to wasm; no logic. Each of the background's two builds has one of them.

use wasm_bindgen::prelude::wasm_bindgen;

/// See [`crate::engine::evaluate`].
#[cfg(feature = "engine")]
#[wasm_bindgen]
#[must_use]
pub fn evaluate(request: &str) -> String {
    crate::engine::evaluate(request)
}

/// See [`crate::writer::evaluate`].
#[cfg(all(feature = "writer", not(feature = "engine")))]
#[wasm_bindgen]
#[must_use]
pub fn evaluate(request: &str) -> String {
    crate::writer::evaluate(request)
}
