use super::*;
use crate::desk::options::sites::{NoSite, host_of};
use crate::settings::state::Host;

fn hosts(view: &View) -> Vec<Host> {
    view.state.as_ref().unwrap().sites.iter().flat_map(|site| site.hosts.clone()).collect()
}

fn host(view: &View, name: &str) -> Host {
    hosts(view).into_iter().find(|host| host.host == name).unwrap()
}

fn add(view: &mut View, typed: &str) -> Vec<Effect> {
    view.site.typed = typed.to_owned();
    view.add_site(ZH)
}

#[test]
fn sites_are_switched() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    for on in [false, true] {
        let effects = view.host(&host(&view.clone(), "shop.jd.com"), on);
        background.settle(&mut view, effects);
        assert_eq!(host(&view, "shop.jd.com").on, on);
    }
    let effects = view.platform("jd", false);
    background.settle(&mut view, effects);
    assert!(host(&view, "shop.jd.com").on, "a host that was switched on by hand goes before its platform");
}

#[test]
fn a_host_is_asked_for_at_the_click_and_stays_off_where_the_browser_refuses() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    let both = ["https://ark.example.com/*", "http://ark.example.com/*"].map(str::to_owned).to_vec();
    let asked = view.host(&host(&view.clone(), "ark.example.com"), true);
    assert_eq!(asked, [Effect::Grant("ark.example.com".to_owned(), both)]);
    let effects = view.granted("ark.example.com", false, ZH);
    background.settle(&mut view, effects);
    assert!(view.said.bad && view.said.text.contains("ark.example.com"), "{:?}", view.said);
    let wake = view.granted("ark.example.com", true, ZH);
    assert_eq!(wake, [Effect::Ask(Purpose::Change, json!({ "kind": "site.wake", "host": "ark.example.com" }))]);
}

#[test]
fn a_typed_host_is_asked_for_and_what_comes_of_it_is_said_beside_it() {
    let mut background = Background::new(json!({}));
    let mut view = background.view();
    let asked = |patterns: &[&str]| {
        [Effect::Grant("erp.example.cn".to_owned(), patterns.iter().map(|it| (*it).to_owned()).collect())]
    };
    assert_eq!(
        add(&mut view, " ERP.example.cn:8443/list?x#y "),
        asked(&["https://erp.example.cn/*", "http://erp.example.cn/*"])
    );
    assert_eq!(add(&mut view, "http://erp.example.cn/list"), asked(&["http://erp.example.cn/*"]));
    assert_eq!(add(&mut view, "https://erp.example.cn"), asked(&["https://erp.example.cn/*"]));
    view.granted("erp.example.cn", false, ZH);
    assert!(view.site.trouble.as_ref().is_some_and(|said| said.contains("erp.example.cn")) && !view.said.bad);
    assert_eq!(view.site.typed, "https://erp.example.cn", "nothing has to be typed again");
    add(&mut view, "erp.example.cn");
    assert_eq!(view.site.trouble, None);
    let effects = view.granted("erp.example.cn", true, ZH);
    background.settle(&mut view, effects);
    assert_eq!((view.site.typed.as_str(), view.said.bad), ("", false));
    assert!(view.said.text.contains("erp.example.cn"), "{:?}", view.said);
}

#[test]
fn what_is_there_already_is_shown_and_not_asked_for_again() {
    let mut view = Background::new(json!({})).view();
    assert_eq!(add(&mut view, "https://shop.jd.com/"), [Effect::Focus("host-shop.jd.com".to_owned())]);
    assert!(view.site.trouble.is_some());
}

#[test]
fn what_is_no_host_is_refused_with_the_reason() {
    for sound in ["a.cn", "localhost", "erp", "192.168.1.9:8080", "xn--fiq228c.cn", "HTTPS://A.cn", "a-b.cn?x"] {
        assert!(host_of(sound).is_ok(), "{sound}");
    }
    let name = |found: &str| Err(NoSite::Name(found.to_owned()));
    for (typed, wrong) in [
        ("  ", Err(NoSite::Empty)),
        ("ftp://a.cn", Err(NoSite::Scheme("ftp".to_owned()))),
        ("chrome://settings", Err(NoSite::Scheme("chrome".to_owned()))),
        ("*.a.cn", Err(NoSite::Many("*.a.cn".to_owned()))),
        ("https://*/*", Err(NoSite::Many("*".to_owned()))),
        ("https://", name("https://")),
        ("javascript:alert(1)", name("javascript:alert(1)")),
        ("a b.cn", name("a b.cn")),
        ("例子.cn", name("例子.cn")),
        ("a..b", name("a..b")),
        ("-a.cn", name("-a.cn")),
        ("user@a.cn", name("user@a.cn")),
        ("a.cn:99999", name("a.cn:99999")),
        ("1.2.3", name("1.2.3")),
        ("1.2.3.400", name("1.2.3.400")),
        ("[::1]", name("[::1]")),
    ] {
        assert_eq!(host_of(typed), wrong, "{typed}");
        let mut view = Background::new(json!({})).view();
        assert_eq!(add(&mut view, typed), [Effect::Focus("site-new".to_owned())], "{typed}");
        let said = view.site.trouble.unwrap();
        assert!(wrong.is_err_and(|error| match error {
            NoSite::Empty => true,
            NoSite::Scheme(found) | NoSite::Many(found) | NoSite::Name(found) => said.contains(&found),
        }));
    }
}

#[test]
fn a_permission_is_taken_back_and_the_switch_forgotten() {
    let sites = json!({ "settings.sites": { "version": 1, "value": { "hosts": { "ark.example.com": false, "old.example": true } } } });
    let mut background = Background::new(sites);
    let mut view = background.view();
    let granted = Host { granted: true, ..host(&view, "ark.example.com") };
    let Some(Effect::Revoke(name, patterns)) = view.take_back(&granted).pop() else { panic!("nothing is given back") };
    assert_eq!((name.as_str(), patterns.len()), ("ark.example.com", 2));
    let effects = view.taken_back(&name, false, ZH);
    background.settle(&mut view, effects);
    assert!(view.said.bad && host(&view, &name).switched);
    let effects = view.taken_back(&name, true, ZH);
    background.settle(&mut view, effects);
    assert!(!view.said.bad && view.said.text.contains(&name) && !host(&view, &name).switched, "{:?}", view.said);
    // One that only a switch of long ago keeps in the list.
    let effects = view.take_back(&host(&view.clone(), "old.example"));
    background.settle(&mut view, effects);
    assert!(hosts(&view).iter().all(|host| host.host != "old.example"));
}
