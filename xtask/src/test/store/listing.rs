//! The listings: a file a language, each fitting into every store's fields.

use super::{HOSTS, permissions};
use crate::build::manifest;
use crate::project::Project;
use crate::{Result, files};

/// What a check needs to know of a listing's language: its file, the folder of its words, the heads of its parts, what it calls each permission.
struct Language {
    name: &'static str,
    words: &'static str,
    parts: [&'static str; 5],
    permissions: [(&'static str, &'static str); 4],
}

const LANGUAGES: [Language; 3] = [
    Language {
        name: "zh-CN",
        words: "zh_CN",
        parts: ["名称", "一句话", "详细介绍", "隐私", "权限说明"],
        permissions: [("存储", "storage"), ("站点访问", HOSTS), ("脚本注册", "scripting"), ("当前标签页", "activeTab")],
    },
    Language {
        name: "zh-TW",
        words: "zh_TW",
        parts: ["名稱", "一句話", "詳細介紹", "隱私", "權限說明"],
        permissions: [
            ("儲存空間", "storage"),
            ("網站存取", HOSTS),
            ("指令碼註冊", "scripting"),
            ("目前分頁", "activeTab"),
        ],
    },
    Language {
        name: "en",
        words: "en",
        parts: ["Name", "Summary", "Description", "Privacy", "Permissions"],
        permissions: [
            ("storage", "storage"),
            ("Site access", HOSTS),
            ("Scripting", "scripting"),
            ("Active tab", "activeTab"),
        ],
    },
];

/// The listings are there in all languages, fit into every store's fields, and name exactly the permissions that are asked for.
pub fn listings(project: &Project) -> Result<Vec<String>> {
    let asked = permissions(project)?;
    let mut findings = Vec::new();
    for language in &LANGUAGES {
        let folder = project.root.join("extension/_locales").join(language.words);
        let words = manifest::parse(&folder.join("messages.json"))?;
        let word = |key: &str| words[key]["message"].as_str().unwrap_or_default().to_owned();
        let text = files::read(&project.root.join(format!("docs/store/listing.{}.md", language.name)))?;
        let found = listing(&text, language, &word("app_name"), &word("app_description"), &asked);
        findings.extend(found.into_iter().map(|it| format!("listing.{}.md: {it}", language.name)));
    }
    Ok(findings)
}

fn listing(text: &str, language: &Language, name: &str, shown: &str, asked: &[String]) -> Vec<String> {
    let mut findings = Vec::new();
    let parts = language.parts.map(|head| {
        let part = text.split_once(&format!("**{head}**")).map_or("", |(_, after)| after);
        part.split("\n**").next().unwrap_or_default().trim()
    });
    // Least and most letters. Names: Chrome 75, Firefox 50, in the manifest 45. Summaries: Chrome 132 (it takes the manifest's), Firefox 250, which we
    // keep to the smaller. Descriptions: Edge 250 to 10,000, Firefox 15,000, Chrome 16,000.
    for ((head, part), (least, most)) in
        language.parts.iter().zip(parts).zip([(1, 45), (1, 132), (250, 10_000), (1, 1000), (1, 1000)])
    {
        let letters = part.chars().count();
        if !(least..=most).contains(&letters) {
            findings.push(format!("{head} has {letters} letters, {least} to {most} fit"));
        }
    }
    if parts[0] != name {
        findings.push(format!("the extension calls itself {name}"));
    }
    if !(1..=132).contains(&shown.chars().count()) {
        findings.push(format!("the manifest's description has {} letters, 1 to 132 fit", shown.chars().count()));
    }
    let mut named = Vec::new();
    for line in parts[4].lines() {
        let head = line.trim_start_matches(['-', '·', ' ']).split([':', '：']).next().unwrap_or_default();
        match language.permissions.iter().find(|(word, _)| *word == head) {
            Some((_, permission)) => named.push(*permission),
            None => findings.push(format!("{head} is no permission that we know")),
        }
    }
    findings.extend(asked.iter().filter(|it| !named.contains(&it.as_str())).map(|it| format!("{it} is not named")));
    findings.extend(
        named.iter().filter(|it| !asked.iter().any(|asked| asked == *it)).map(|it| format!("{it} is not asked for")),
    );
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "**Name** Radar\n\n**Summary** Short.\n\n**Description**\n\nLONG\n\n**Privacy** None.\n\n**Permissions**\n- storage: settings.\n- Site access: named.\n";

    fn found(text: &str, asked: &[&str]) -> Vec<String> {
        let asked: Vec<String> = asked.iter().map(|it| (*it).to_owned()).collect();
        listing(&text.replace("LONG", &"word ".repeat(60)), &LANGUAGES[2], "Radar", "Short.", &asked)
    }

    #[test]
    fn what_fits_and_names_what_is_asked_for_passes() {
        assert_eq!(found(GOOD, &["storage", HOSTS]), [""; 0]);
    }

    #[test]
    fn too_long_too_short_missing_and_unlike_are_told() {
        for (from, to, what) in [
            ("Short.", "x".repeat(133), "Summary has 133 letters"),
            ("LONG", "Little.".into(), "Description has 7 letters"),
            ("**Privacy** None.", String::new(), "Privacy has 0 letters"),
            ("** Radar", "** Sonar".into(), "calls itself Radar"),
            ("- Site access: named.", "- Cookies: all.".into(), "Cookies is no permission"),
        ] {
            let found = found(&GOOD.replace(from, &to), &["storage", HOSTS]);
            assert!(found.iter().any(|it| it.contains(what)), "{what}: {found:?}");
        }
        assert_eq!(found(GOOD, &["storage", HOSTS, "scripting"]), ["scripting is not named"]);
        assert_eq!(found(GOOD, &["storage"]), ["host_permissions is not asked for"]);
    }
}
