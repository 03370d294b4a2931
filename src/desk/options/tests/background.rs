//! A background for the view to talk to.

use super::*;
use crate::settings::answer::answer;

/// The background with its storage, as far as the view can tell.
pub(super) struct Background {
    pub(super) stored: Value,
}

impl Background {
    pub(super) fn new(sync: Value) -> Self {
        Self { stored: json!({ "sync": sync, "local": {}, "managed": {} }) }
    }

    pub(super) fn ask(&mut self, request: &Value) -> String {
        let mut request = request.clone();
        request["stored"] = self.stored.clone();
        request["browser"] = json!("zh-CN");
        request["hosts"] = json!([{ "host": "shop.jd.com", "granted": true, "optional": false }, { "host": "ark.example.com", "granted": false, "optional": true }]);
        if request["kind"] == "site.wake" {
            request["kind"] = json!("settings.wake");
        }
        if request["kind"] == "site.forget" {
            let path = format!("/sites/hosts/{}", request["host"].as_str().unwrap());
            request["kind"] = json!("settings.edit");
            request["edits"] = json!([{ "path": path, "value": null }]);
        }
        let text = answer(&request.to_string()).unwrap().unwrap();
        let plan: Value = serde_json::from_str(&text).unwrap();
        if plan["plan"].is_object() && request["dry"] != true {
            for area in ["sync", "local"] {
                let writes = &plan["plan"][area];
                let items = self.stored[area].as_object_mut().unwrap();
                items.extend(writes["set"].as_object().unwrap().clone());
                for name in writes["remove"].as_array().unwrap() {
                    items.remove(name.as_str().unwrap());
                }
            }
        }
        text
    }

    /// Answers until nothing is asked any more; gives back what is left for the page to do.
    pub(super) fn settle(&mut self, view: &mut View, effects: Vec<Effect>) -> Vec<Effect> {
        let mut left = Vec::new();
        for effect in effects {
            match effect {
                Effect::Ask(purpose, request) => {
                    let answer = self.ask(&request);
                    let more = view.answered(purpose, &answer, ZH);
                    left.extend(self.settle(view, more));
                }
                effect => left.push(effect),
            }
        }
        left
    }

    pub(super) fn view(&mut self) -> View {
        let mut view = View::default();
        let begin = view.begin();
        self.settle(&mut view, begin);
        view
    }
}
