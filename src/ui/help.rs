//! The key overlay, made from the key map that the engine compiled.

use yew::{Html, html};

use super::parts::{Scene, keys};
use crate::desk::message::{Command, KeyMap};
use crate::ui::parts::steady;

/// All keys, grouped.
pub fn draw(scene: Scene, keymap: &KeyMap) -> Html {
    let mut groups: Vec<(&str, Vec<&Command>)> = Vec::new();
    for command in keymap.commands.iter().filter(|command| !command.keys.is_empty()) {
        match groups.iter_mut().find(|(group, _)| *group == command.group) {
            Some((_, commands)) => commands.push(command),
            None => groups.push((&command.group, vec![command])),
        }
    }
    html! {
        <section class="help" aria-labelledby="help-title">
            <h2 id="help-title" tabindex="-1">{ scene.say("panel_help") }</h2>
            { steady(groups.is_empty().then(|| html! { <p class="missing">{ scene.say("panel_help_none") }</p> })) }
            { steady(groups.into_iter().map(|(title, commands)| html! {
                <section class="key-group">
                    { steady((!title.is_empty()).then(|| html! { <h3>{ title.to_owned() }</h3> })) }
                    <dl>{ steady(commands.into_iter().map(|command| line(scene, command))) }</dl>
                </section>
            })) }
            <p class="promise">{ scene.say("panel_help_note") }</p>
        </section>
    }
}

fn line(scene: Scene, command: &Command) -> Html {
    let choices = command.keys.iter().enumerate().map(|(place, sequence)| {
        html! { <>{ steady((place > 0).then(|| html! { <span class="or">{ scene.say("panel_key_or") }</span> })) }{ keys(sequence) }</> }
    });
    html! { <><dt>{ &command.title }</dt><dd>{ steady(choices) }</dd></> }
}
