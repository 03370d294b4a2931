//! What the view model wants done: over the port, at the clipboard, in the background.

use yew::Context;

use super::{Copied, Msg, Panel, dom};
use crate::desk::day::Ask;
use crate::desk::view::Effect;
use crate::ui::card;
use crate::ui::host::ToPage;

impl Panel {
    pub(super) fn carry_out(&mut self, ctx: &Context<Self>, effect: Effect) {
        let host = &ctx.props().host;
        match effect {
            Effect::Focus(key) => host.send(&ToPage::Focus { key: &key, n: self.view.tell(Some(&key)) }),
            Effect::Face(view) => host.send(&ToPage::View { view, n: self.view.tell(None) }),
            Effect::Close => host.send(&ToPage::Close),
            Effect::Forward(id) => host.send(&ToPage::Command { id: &id, n: self.view.tell(None) }),
            Effect::Keep(kept) => {
                let (key, text, state) = (&kept.key, &kept.text, &kept.state);
                host.send(&ToPage::Draft { key, text, clear: kept.clear, state });
            }
            Effect::Insert { key, text } => host.send(&ToPage::Insert { key: &key, text: &text }),
            Effect::Save(file) => host.save(&file.name, &file.text),
            Effect::Search => self.focus_next = Some("#queue-search"),
            Effect::Day(ask) => {
                let promise = host.day(&ask.request().to_string());
                ctx.link().send_future(async move {
                    let answer = wasm_bindgen_futures::JsFuture::from(promise).await;
                    Msg::Told(ask, answer.ok().and_then(|value| value.as_string()))
                });
            }
            Effect::Go(key) => {
                let promise = host.day(&serde_json::json!({ "kind": "day.go", "key": key }).to_string());
                ctx.link().send_future(async move {
                    let answer = wasm_bindgen_futures::JsFuture::from(promise).await;
                    Msg::Went(answer.is_ok_and(|value| value.as_string().as_deref() == Some("true")))
                });
            }
            Effect::Write => self.focus_next = Some(".draft-text"),
            Effect::Select { start, end } => self.select_next = Some((start, end)),
            Effect::Say(key) => self.say(ctx, key),
            Effect::Tell(text) => self.speak(text),
            Effect::FindText => self.focus_next = Some(".own-search"),
            Effect::Aside => self.focus_next = dom::turn_aside().then_some(".aside[open] .row-open"),
            Effect::Export(export) => self.export = Some((self.export.map_or(0, |(n, _)| n.wrapping_add(1)), export)),
            Effect::Ask(question) => {
                let promise = host.write(&question.request);
                ctx.link().send_future(async move {
                    let answer = wasm_bindgen_futures::JsFuture::from(promise).await;
                    Msg::Answered(question, answer.ok().and_then(|value| value.as_string()))
                });
            }
            Effect::Texts { key, request } => {
                let search = request.get("search").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
                let promise = host.day(&request.to_string());
                ctx.link().send_future(async move {
                    let answer = wasm_bindgen_futures::JsFuture::from(promise).await;
                    Msg::Stocked(key, search, answer.ok().and_then(|value| value.as_string()))
                });
            }
            Effect::Copied { key, advice } => {
                self.copied = Some(Copied { key, advice, done: true });
                // Pressed in the page: the agent may not have scrolled to the message.
                self.show_next = Some(".message:has([data-done])");
                self.say(ctx, "panel_copied");
            }
            Effect::Copy { key, advice, text } => {
                let promise = host.copy(&text);
                ctx.link().send_future(async move {
                    let answer = wasm_bindgen_futures::JsFuture::from(promise).await;
                    Msg::CopyDone(Copied { key, advice, done: answer.is_ok_and(|value| value.is_truthy()) })
                });
            }
        }
    }

    pub(super) fn copy_done(&mut self, ctx: &Context<Self>, copied: Copied) {
        if copied.done {
            ctx.props().host.send(&ToPage::Copied { key: &copied.key, advice: &copied.advice });
            self.say(ctx, "panel_copied");
            if let Some(effect) = self.view.promised(&copied.key, &copied.advice) {
                self.carry_out(ctx, effect);
            }
        } else {
            card::select_message(&copied.advice);
            self.warn(ctx, "panel_copy_refused");
        }
        self.copied = Some(copied);
    }

    pub(super) fn say(&mut self, ctx: &Context<Self>, key: &str) {
        self.speak(crate::words::text(self.locale(ctx), key, &[]));
    }

    fn speak(&mut self, text: String) {
        self.said = if self.said == text { format!("{text}\u{200b}") } else { text };
        self.wrong = false;
    }

    /// What went wrong is to be seen, too, until something else is said.
    fn warn(&mut self, ctx: &Context<Self>, key: &str) {
        self.say(ctx, key);
        self.wrong = true;
    }

    /// The day as the background tells it. What could not be stored is said, and nothing looks as if it had been.
    pub(super) fn told(&mut self, ctx: &Context<Self>, ask: &Ask, answer: Option<&str>) -> Vec<Effect> {
        if answer.is_none() && *ask != Ask::Read {
            self.warn(ctx, "panel_said_not_kept");
        }
        self.view.take_day(answer);
        Vec::new()
    }
}
