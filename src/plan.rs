//! What the page is told to show: marks, cards, report, notices.
