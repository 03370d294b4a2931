//! The lists lie as the pack names them, and what is told on is fit to be told.

use super::*;
use crate::pack::Script;

#[test]
fn the_lists_lie_as_the_pack_names_them() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/telling/words.toml");
    let pack: toml::Value = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let text = |name: &str| pack["clause"][name].as_str().unwrap();
    let lists = &telling().clause;
    assert_eq!(lists.joins.len(), text("joins").split_whitespace().count());
    assert_eq!(lists.common, text("common"));
    assert_eq!((lists.it, lists.just, lists.cuts_en[0].as_str()), (text("it"), text("just"), " and "));
    assert_eq!(telling().subjects_en[0], "the ");
    let flat = |name: &str| pack[name].as_str().unwrap();
    let listed = |name: &str| flat(name).replace('_', " ");
    for (name, read) in [
        ("larger", &telling().larger),
        ("smaller", &telling().smaller),
        ("size_facts", &telling().size_facts),
        ("colour_facts", &telling().colour_facts),
        ("paid", &telling().paid),
        ("boxes", &telling().boxes),
    ] {
        assert_eq!(read.join(" "), flat(name), "{name}");
    }
    // Words with a space of their own are found between the others.
    for (name, read) in [("eaten", &telling().eaten), ("shops", &telling().shops)] {
        assert!(!read.is_empty() && read.iter().all(|word| listed(name).contains(word.as_str())), "{name}");
        assert_eq!(read.len(), flat(name).split_whitespace().count(), "{name}");
    }
    let letters = telling();
    for (name, read) in [
        ("colour_ends", letters.colour_ends),
        ("makes", letters.makes),
        ("likened_not", letters.likened_not),
        ("money", letters.money),
        ("amounts", letters.amounts),
    ] {
        assert_eq!(read, flat(name), "{name}");
    }
    let rows = pack["instead"].as_array().unwrap();
    for (row, read) in rows.iter().zip(&telling().instead) {
        assert_eq!(row["ways"].as_str().unwrap(), format!("{:?}", read.ways).to_lowercase());
        assert_eq!(row["words"].as_str().unwrap().split_whitespace().collect::<Vec<_>>(), read.words);
    }
    assert_eq!(rows.len(), telling().instead.len());
}

#[test]
fn what_is_wrong_may_be_repeated_and_feelings_may_not() {
    for clause in ["拉链坏了", "底座有点漏水", "一擦就破", "the lid leaks"] {
        assert!(!is_unfit(clause), "{clause}");
    }
    for clause in ["烦死了", "不值这个价", "提醒大家", "必须给我退款", "還好意思賣", "what a waste of money"]
    {
        assert!(is_unfit(clause), "{clause}");
    }
}

#[test]
fn harm_to_other_things_is_seen_and_named() {
    for text in ["一起洗的白衬衫染花了", "把卧室地板泡起来了", "The dye bled onto my white sweater"]
    {
        assert!(!hurt_places(text).is_empty(), "{text}");
    }
    for text in ["没有沾到衣服", "颜色染得很均匀好看", "漏水了"] {
        assert!(hurt_places(text).is_empty() || harmed(text, None, None, Script::Hans).is_none(), "{text}");
    }
    assert_eq!(harmed("白衬衫染花了", Some("牛仔裤"), None, Script::Hans).as_deref(), Some("白衬衫"));
    assert_eq!(harmed("soaked my laptop bag", None, None, Script::En).as_deref(), Some("laptop bag"));
    assert_eq!(harmed("soaked my laptop and bag", None, None, Script::En).as_deref(), Some("laptop"));
    assert_eq!(harmed("牛仔裤染到手", Some("牛仔裤"), None, Script::Hans), None);
}
