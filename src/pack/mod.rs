//! Types and loader of the knowledge in `packs/`.

mod platform;

pub use platform::Platform;
