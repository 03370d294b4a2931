//! What the caller asked for.

use crate::words::Locale;

/// The commands that answer lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// `radar classify`.
    Classify,
    /// `radar refund`.
    Refund,
    /// `radar target`.
    Target,
    /// `radar evaluate`.
    Evaluate,
    /// `radar lint`.
    Lint,
    /// `radar reply`.
    Reply,
}

/// Options of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Text for people instead of JSON (`refund` only).
    pub explain: bool,
    /// Language of the sentences.
    pub locale: Locale,
}

/// A request that can be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Print a text and end.
    Show(String),
    /// Answer the lines of the standard input.
    Run(Command, Options),
}

const HELP: &str = "\
radar: judges refunds as an after-sales lead would. Reads JSON lines, writes JSON lines.

Usage: radar COMMAND [OPTIONS] < in.jsonl > out.jsonl

Commands:
  classify   what a buyer's text complains about
  refund     what a refund means for the shop's quality figures, and what helps
  target     what a score needs to reach its target
  evaluate   what the extension shows for a page snapshot
  lint       what must not stand in a reply or message
  reply      what to answer a review

Options:
  -h, --help       this text; 'radar COMMAND --help' for one command
  -V, --version    the version

One JSON object a line; any \"id\" comes back unchanged. A bad line is answered with
{\"id\":…,\"error\":\"line 17: …\"} and the run goes on; blank lines are passed over.
Exit status: 0 all lines answered, 1 some line was an error, 2 wrong usage.
";

const CLASSIFY: &str = "\
Usage: radar classify < in.jsonl > out.jsonl

in   {\"id\", \"text\"}: Simplified or Traditional Chinese, or English, any length
out  {\"id\", \"issues\": [{\"issue\", \"weight\", \"cues\": [{\"text\", \"start\", \"end\"}]}], \"primary\", \"quality_cause\"}

Offsets count Unicode code points of the text. quality_cause is null when the text gives no ground to say.
";

const REFUND: &str = "\
Usage: radar refund [--explain] [--locale zh-CN|zh-TW|en] < in.jsonl > out.jsonl

in   {\"id\", \"platform\", \"reason\"} and, where known, \"note\", \"chat\" (the buyer's lines only), \"service\", \"status\",
     \"shipping\", \"category\", \"amount\", \"paid_at\", \"signed_at\", \"filed_at\", \"deadline_at\", \"now\",
     \"asked\" (true) or \"asked_at\": the buyer has been asked for another reason already
     platform: taobao douyin pinduoduo jd kuaishou weixin xiaohongshu 1688 suning amazon shopee lazada aliexpress
               tiktok shopify
     service:  refund_only return_refund exchange resend repair
     times:    RFC 3339 or a date; without a zone in the platform's own
out  {\"id\", \"reason\", \"cause\", \"match\", \"level\", \"score\", \"why\", \"advice\", \"deadline\", \"leaves_window\"}
     level:    counted | at_risk | watch | safe

Options:
  --explain          the judgement as text for people
  --locale LOCALE    language of the sentences (zh-CN)
";

const TARGET: &str = "\
Usage: radar target < in.jsonl > out.jsonl

in   {\"id\", \"mode\"} and the fields of the mode; decimals in quotes (\"4.70\"), whole numbers bare or in quotes
     point                     score count target            histogram  hist target
     display_interval          shown count target rounding   displayed_target  sum count target_shown rounding
     mixed                     sum count target mix
     remove_1star, revise_1_to_5, headroom_1star, recover_after_1star  sum count target
     remove_then_add           sum count target removed
     orders_days               x rate orders_per_day         orders_confident  x rate confidence
     rolling_days, rolling_days_until_below  count avg window new_per_day new_mean target
     rate_clean_orders         bad base target_pct           rate_budget  bad base target_pct extra_orders
     back_solve_base           count shown_pct               back_solve_count  base shown_pct
     display_tie               line_pct shop_pct decimals    first_quality_window  paid refund_filed
     parse_count, parse_score, parse_rate  text
     rounding is half_up, truncate or unknown
out  {\"id\", \"result\"}: a number, \"impossible\", or an object; docs/contract.md says which
";

const EVALUATE: &str = "\
Usage: radar evaluate < in.jsonl > out.jsonl

in   a request of docs/protocol.md, such as a page snapshot
out  the plan: marks, cards, report
";

const LINT: &str = "\
Usage: radar lint < in.jsonl > out.jsonl

in   {\"id\", \"platform\", \"kind\": \"reply\" | \"message\", \"text\"} and, where known, \"review\", \"facts\" (name: text),
     \"limit\", \"previous\" (earlier texts), \"shop\", \"script\" (hans, hant or en), \"locale\" (zh-CN, zh-TW or en)
out  {\"id\", \"blocked\", \"findings\": [{\"rule\", \"severity\": \"block\" | \"warn\", \"start\", \"end\", \"found\", \"why\", \"fix\"}]}

Offsets count Unicode code points of the text. fix is what to put in the place, empty to take it away, or null.
";

const REPLY: &str = "\
Usage: radar reply < in.jsonl > out.jsonl

in   {\"id\", \"platform\", \"text\"} and, where known, \"stars\" (1 to 5), \"product\" (its title), \"facts\" (by name: size, signed_at,
     after_sale …), \"fault\" (ours carrier expectation unclear), \"shop\", \"previous\" (the last replies), \"limit\", \"script\" (hans
     hant en), \"tone\" (warm plain brief), \"added\" (later words), \"reviewed_at\", \"added_at\", \"now\", \"locale\"
out  {\"id\", \"issues\", \"malicious\", \"drafts\": [{\"text\", \"variant\", \"score\", \"findings\"}], \"reply_by\", \"fault\", \"safety\",
     \"notes\"}; at least three drafts, best first, none that the filter blocks
";

/// Reads the arguments after the program's name.
///
/// # Errors
/// One sentence that says what is wrong with them.
pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Request, String> {
    let mut arguments = arguments.into_iter();
    let first = arguments.next().ok_or("no command (expected classify, refund, target, evaluate, lint or reply)")?;
    let (command, help) = match first.as_str() {
        "-h" | "--help" | "help" => return Ok(Request::Show(HELP.to_owned())),
        "-V" | "--version" => return Ok(Request::Show(format!("radar {}\n", env!("CARGO_PKG_VERSION")))),
        "classify" => (Command::Classify, CLASSIFY),
        "refund" => (Command::Refund, REFUND),
        "target" => (Command::Target, TARGET),
        "evaluate" => (Command::Evaluate, EVALUATE),
        "lint" => (Command::Lint, LINT),
        "reply" => (Command::Reply, REPLY),
        other if other.starts_with('-') => return Err(format!("unknown option {other}")),
        other => {
            return Err(format!(
                "unknown command {other} (expected classify, refund, target, evaluate, lint or reply)"
            ));
        }
    };
    let mut options = Options::default();
    while let Some(argument) = arguments.next() {
        let (name, value) = match argument.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (argument.as_str(), None),
        };
        match (name, command) {
            ("-h" | "--help", _) => return Ok(Request::Show(help.to_owned())),
            ("--explain", Command::Refund) if value.is_none() => options.explain = true,
            ("--locale", Command::Refund) => {
                let value = value.or_else(|| arguments.next()).ok_or("--locale needs a value (zh-CN, zh-TW or en)")?;
                options.locale = match value.as_str() {
                    "zh-CN" => Locale::ZhCn,
                    "zh-TW" => Locale::ZhTw,
                    "en" => Locale::En,
                    other => return Err(format!("unknown locale {other} (expected zh-CN, zh-TW or en)")),
                };
            }
            _ if name.starts_with('-') => return Err(format!("unknown option {argument} for {first}")),
            _ => {
                return Err(format!("unexpected argument {argument}: {first} reads the standard input"));
            }
        }
    }
    Ok(Request::Run(command, options))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(arguments: &[&str]) -> Result<Request, String> {
        parse(arguments.iter().map(|argument| (*argument).to_owned()))
    }

    #[test]
    fn help_and_version_end_the_run() {
        for arguments in [&["--help"][..], &["-h"], &["refund", "--help"], &["lint", "-h"], &["--version"], &["-V"]] {
            assert!(matches!(of(arguments), Ok(Request::Show(_))), "{arguments:?}");
        }
    }

    #[test]
    fn options_of_refund() {
        let wanted = Request::Run(Command::Refund, Options { explain: true, locale: Locale::En });
        assert_eq!(of(&["refund", "--explain", "--locale", "en"]), Ok(wanted.clone()));
        assert_eq!(of(&["refund", "--locale=en", "--explain"]), Ok(wanted));
    }

    #[test]
    fn wrong_usage_says_what() {
        for (arguments, part) in [
            (&[][..], "no command"),
            (&["refunds"], "unknown command refunds"),
            (&["--verbose"], "unknown option --verbose"),
            (&["classify", "--explain"], "unknown option --explain for classify"),
            (&["refund", "--explain=yes"], "unknown option"),
            (&["refund", "in.jsonl"], "unexpected argument in.jsonl"),
            (&["refund", "--locale"], "needs a value"),
            (&["refund", "--locale", "fr"], "unknown locale fr"),
        ] {
            let error = of(arguments).unwrap_err();
            assert!(error.contains(part), "{arguments:?}: {error}");
        }
    }
}
