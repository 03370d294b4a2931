//! The judgement of one refund: reason, match, level, truth gate, advice, message.
