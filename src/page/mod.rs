//! From a page's structure to records: snapshot, list finding, column meaning.
