//! The command table and the key map compiled from it.
