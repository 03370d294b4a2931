//! The panel and the popup, drawn with Yew.
