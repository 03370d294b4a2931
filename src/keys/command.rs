//! The command table: one entry per command, in the order of the help.

use serde::Serialize;

/// Where a command's keys are heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Context {
    /// In the shop's page only.
    Page,
    /// In the panel only; in the page it is heard while the panel shows a card.
    Panel,
    /// In the page and in the panel.
    Both,
}

/// The headings of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Going from refund to refund.
    Move,
    /// Working with one record.
    Card,
    /// Writing the answer to a review.
    Reply,
    /// Scores and their targets.
    Score,
    /// What is shown.
    View,
}

impl Group {
    /// The word key of its heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Move => "keys_group_move",
            Self::Card => "keys_group_card",
            Self::Reply => "keys_group_reply",
            Self::Score => "keys_group_score",
            Self::View => "keys_group_view",
        }
    }
}

/// What has to hold before a key may lead to the command, so that a slip of the finger changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// Only moves or shows something.
    None,
    /// Changes something that stays: at least two strokes.
    Chord,
}

/// One command.
#[derive(Debug, PartialEq, Eq)]
pub struct Command {
    /// Its id in messages and settings; never renamed.
    pub id: &'static str,
    /// Where the help lists it.
    pub group: Group,
    /// The word key of its title.
    pub title: &'static str,
    /// Its default sequences.
    pub keys: &'static [&'static str],
    /// Where its keys are heard.
    pub context: Context,
    /// What protects it.
    pub guard: Guard,
}

const fn command(
    id: &'static str,
    group: Group,
    title: &'static str,
    keys: &'static [&'static str],
    context: Context,
) -> Command {
    Command { id, group, title, keys, context, guard: Guard::None }
}

/// A command that changes something that stays, heard in the page and in the panel.
const fn stays(id: &'static str, group: Group, title: &'static str, keys: &'static [&'static str]) -> Command {
    Command { id, group, title, keys, context: Context::Both, guard: Guard::Chord }
}

/// A command on a card's text: two strokes, heard in the panel, and in the page while the panel shows the card.
const fn answers(id: &'static str, group: Group, title: &'static str, keys: &'static [&'static str]) -> Command {
    Command { id, group, title, keys, context: Context::Panel, guard: Guard::Chord }
}

/// All commands. None sends or confirms anything, and Enter is never used; what types into a field needs two strokes.
pub const COMMANDS: &[Command] = &[
    command("refund.next", Group::Move, "keys_next_record", &["j", "]"], Context::Both),
    command("refund.previous", Group::Move, "keys_previous_record", &["k", "["], Context::Both),
    command("refund.first", Group::Move, "keys_first_record", &["g g"], Context::Both),
    command("refund.last", Group::Move, "keys_last_record", &["G"], Context::Both),
    command("refund.open", Group::Card, "keys_open_card", &["o"], Context::Both),
    command("message.copy", Group::Card, "keys_copy_message", &["c"], Context::Panel),
    command("advice.next", Group::Card, "keys_next_advice", &["n"], Context::Panel),
    command("advice.previous", Group::Card, "keys_previous_advice", &["p"], Context::Panel),
    answers("texts.find", Group::Card, "keys_find_text", &["i o"]),
    stays("record.done", Group::Card, "keys_record_done", &["d d"]),
    stays("record.hour", Group::Card, "keys_record_hour", &["d 1"]),
    stays("record.hours", Group::Card, "keys_record_hours", &["d 4"]),
    stays("record.tomorrow", Group::Card, "keys_record_tomorrow", &["d t"]),
    stays("record.undo", Group::Card, "keys_record_undo", &["d u"]),
    stays("promise.kept", Group::Card, "keys_promise_kept", &["d k"]),
    command("reply.edit", Group::Reply, "keys_reply_edit", &["e"], Context::Panel),
    answers("reply.insert", Group::Reply, "keys_reply_insert", &["i i"]),
    answers("reply.fix", Group::Reply, "keys_reply_fix", &["i x"]),
    answers("reply.look", Group::Reply, "keys_reply_look", &["i l"]),
    answers("reply.fault", Group::Reply, "keys_reply_fault", &["i f"]),
    answers("reply.tone", Group::Reply, "keys_reply_tone", &["i t"]),
    answers("reply.again", Group::Reply, "keys_reply_again", &["i r"]),
    answers("reply.evidence", Group::Reply, "keys_reply_evidence", &["i v"]),
    command("score.next", Group::Score, "keys_score_next", &["s"], Context::Both),
    command("score.previous", Group::Score, "keys_score_previous", &["S"], Context::Both),
    command("score.up", Group::Score, "keys_score_up", &["+"], Context::Both),
    command("score.down", Group::Score, "keys_score_down", &["-"], Context::Both),
    command("score.open", Group::Score, "keys_score_open", &["t"], Context::Both),
    command("score.copy", Group::Score, "keys_score_copy", &["y"], Context::Both),
    stays("score.csv", Group::Score, "keys_score_csv", &["w c"]),
    stays("score.picture", Group::Score, "keys_score_picture", &["w p"]),
    stays("score.days", Group::Score, "keys_score_days", &["w d"]),
    command("panel.toggle", Group::View, "keys_toggle_queue", &["q"], Context::Both),
    command("tab.refunds", Group::View, "keys_tab_refunds", &["1"], Context::Both),
    command("tab.reviews", Group::View, "keys_tab_reviews", &["2"], Context::Both),
    command("tab.scores", Group::View, "keys_tab_scores", &["3"], Context::Both),
    command("tab.deadlines", Group::View, "keys_tab_deadlines", &["4"], Context::Both),
    command("queue.search", Group::View, "keys_search", &["f"], Context::Both),
    command("queue.level", Group::View, "keys_queue_level", &["l"], Context::Both),
    command("queue.platform", Group::View, "keys_queue_platform", &["L"], Context::Both),
    command("queue.aside", Group::View, "keys_queue_aside", &["a"], Context::Both),
    stays("panel.side", Group::View, "keys_panel_side", &["z d"]),
    stays("panel.wider", Group::View, "keys_panel_wider", &["z +"]),
    stays("panel.narrower", Group::View, "keys_panel_narrower", &["z -"]),
    command("marks.toggle", Group::View, "keys_toggle_marks", &["m"], Context::Both),
    command("help.toggle", Group::View, "keys_help", &["?"], Context::Both),
    command("panel.close", Group::View, "keys_close", &["Escape"], Context::Both),
    stays("options.open", Group::View, "keys_options", &["z o"]),
    stays("site.pause", Group::View, "keys_pause_site", &["z p"]),
    stays("page.teach", Group::View, "keys_teach_page", &["z t"]),
];
