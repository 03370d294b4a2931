//! Chromium, Firefox and Chinese fonts: found where systems keep them, else installed by the system's package manager
//! where it can do so without asking.

use std::path::PathBuf;

use crate::Result;
use crate::run::{Run, which};

/// The browsers that were found.
#[derive(Debug, Default)]
pub struct Browsers {
    pub chromium: Option<PathBuf>,
    pub firefox: Option<PathBuf>,
}

/// One browser and where it may be.
pub struct Browser {
    name: &'static str,
    variable: &'static str,
    programs: &'static [&'static str],
    places: &'static [&'static str],
}

/// Google's own Chrome is not among the programs: it no longer loads an extension from the command line.
pub const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "RADAR_CHROMIUM",
    programs: &["chromium", "chromium-browser", "ungoogled-chromium"],
    places: &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "C:\\Program Files\\Chromium\\Application\\chrome.exe",
    ],
};

pub const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "RADAR_FIREFOX",
    programs: &["firefox-esr", "firefox"],
    places: &["/Applications/Firefox.app/Contents/MacOS/firefox", "C:\\Program Files\\Mozilla Firefox\\firefox.exe"],
};

/// A package manager and its words.
struct Manager {
    program: &'static str,
    /// Only the superuser may install with it.
    root: bool,
    before: &'static [&'static str],
    install: &'static [&'static str],
    packages: &'static [&'static str],
}

const MANAGERS: &[Manager] = &[
    Manager {
        program: "apt-get",
        root: true,
        before: &["update", "-q"],
        install: &["install", "-q", "-y", "--no-install-recommends"],
        packages: &["chromium", "firefox-esr", "fonts-noto-cjk"],
    },
    Manager {
        program: "dnf",
        root: true,
        before: &[],
        install: &["install", "-y"],
        packages: &["chromium", "firefox", "google-noto-sans-cjk-fonts"],
    },
    Manager {
        program: "pacman",
        root: true,
        before: &[],
        install: &["-Sy", "--noconfirm", "--needed"],
        packages: &["chromium", "firefox", "noto-fonts-cjk"],
    },
    Manager {
        program: "apk",
        root: true,
        before: &[],
        install: &["add"],
        packages: &["chromium", "firefox-esr", "font-noto-cjk"],
    },
    Manager {
        program: "brew",
        root: false,
        before: &[],
        install: &["install", "--cask"],
        packages: &["chromium", "firefox"],
    },
];

/// Finds these browsers, installing what is missing; says in one line what to install by hand where that is not possible.
pub fn ensure(wanted: &[Browser]) -> Result<Browsers> {
    let missing: Vec<&str> = wanted.iter().filter(|it| find(it).is_none()).map(|it| it.name).collect();
    if !missing.is_empty() || !has_chinese_font() {
        let what = if missing.is_empty() { "Chinese fonts".to_owned() } else { missing.join(" and ") };
        if let Err(reason) = install(&what) {
            if !missing.is_empty() {
                return Err(reason);
            }
            println!("{reason}");
        }
    }
    for browser in wanted {
        if find(browser).is_none() {
            return Err(by_hand(browser.name));
        }
    }
    Ok(Browsers { chromium: find(&CHROMIUM), firefox: find(&FIREFOX) })
}

fn find(browser: &Browser) -> Option<PathBuf> {
    let named = std::env::var_os(browser.variable).map(PathBuf::from).filter(|it| it.is_file());
    let on_path = || browser.programs.iter().find_map(|program| which(program));
    let in_place = || browser.places.iter().map(PathBuf::from).find(|it| it.is_file());
    named.or_else(on_path).or_else(in_place)
}

fn has_chinese_font() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    match which("fc-list") {
        Some(program) => {
            Run::new(program).args([":lang=zh", "family"]).capture().is_ok_and(|it| !it.text.trim().is_empty())
        }
        None => false,
    }
}

fn install(what: &str) -> Result<()> {
    let manager = MANAGERS.iter().find(|it| which(it.program).is_some()).ok_or_else(|| by_hand(what))?;
    let prefix: &[&str] = if !manager.root || is_root() {
        &[]
    } else if which("sudo").is_some() && Run::new("sudo").args(["-n", "true"]).capture().is_ok_and(|it| it.success) {
        &["sudo", "-n"]
    } else {
        return Err(by_hand(what));
    };
    println!("Installing {what} with {}", manager.program);
    let run = |arguments: Vec<&str>| {
        let words: Vec<&str> = prefix.iter().copied().chain([manager.program]).chain(arguments).collect();
        let (program, rest) = words.split_first().ok_or("no program")?;
        Run::new(program).args(rest).env("DEBIAN_FRONTEND", "noninteractive").show()
    };
    if !manager.before.is_empty() {
        run(manager.before.to_vec())?;
    }
    run(manager.install.iter().chain(manager.packages).copied().collect())
        .map_err(|error| format!("{error}; {}", by_hand(what)))
}

fn is_root() -> bool {
    cfg!(unix) && Run::new("id").arg("-u").capture().is_ok_and(|it| it.text.trim() == "0")
}

fn by_hand(what: &str) -> String {
    format!(
        "please install {what} (or name an installed one by {} or {}), then run this again",
        CHROMIUM.variable, FIREFOX.variable
    )
}
