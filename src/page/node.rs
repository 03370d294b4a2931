//! The structure of a page as a flat arena in document order: every subtree is one range of nodes and one range of texts.

use std::borrow::Cow;

/// Position of a node in pre-order; the number the page side knows it by.
pub type NodeId = usize;

/// One element, shadow root or frame.
#[derive(Debug, Clone, Default)]
pub struct Node<'a> {
    /// Tag, lower case.
    pub tag: Cow<'a, str>,
    /// The class attribute as it stands.
    pub class: Cow<'a, str>,
    /// The element it lies in; `None` for the root of a message.
    pub parent: Option<NodeId>,
    /// One past the last node of its subtree.
    pub end: NodeId,
    /// Index of the first text inside.
    pub text_start: usize,
    /// One past the last text inside.
    pub text_end: usize,
    attributes: (usize, usize),
}

/// One text node, white space folded by the page side.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    /// The element it stands in.
    pub node: NodeId,
    /// What it says.
    pub value: Cow<'a, str>,
}

/// All nodes and texts of one message.
#[derive(Debug, Clone, Default)]
pub struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    texts: Vec<Text<'a>>,
    attributes: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

const NOTHING: Node<'static> = Node {
    tag: Cow::Borrowed(""),
    class: Cow::Borrowed(""),
    parent: None,
    end: 0,
    text_start: 0,
    text_end: 0,
    attributes: (0, 0),
};

impl<'a> Tree<'a> {
    /// Opens a node under `parent`; attributes follow with [`Tree::attribute`], children with further opens, then [`Tree::close`].
    pub fn open(&mut self, tag: Cow<'a, str>, class: Cow<'a, str>, parent: Option<NodeId>) -> NodeId {
        let id = self.nodes.len();
        let (text, attribute) = (self.texts.len(), self.attributes.len());
        self.nodes.push(Node {
            tag,
            class,
            parent,
            end: id.saturating_add(1),
            text_start: text,
            text_end: text,
            attributes: (attribute, attribute),
        });
        id
    }

    /// Adds an attribute to the node opened last.
    pub fn attribute(&mut self, name: Cow<'a, str>, value: Cow<'a, str>) {
        self.attributes.push((name, value));
        let end = self.attributes.len();
        if let Some(node) = self.nodes.last_mut() {
            node.attributes.1 = end;
        }
    }

    /// Adds a text under `node`, which must be open.
    pub fn push_text(&mut self, node: NodeId, value: Cow<'a, str>) {
        self.texts.push(Text { node, value });
    }

    /// Closes `node`: what has been added since it was opened is its subtree.
    pub fn close(&mut self, node: NodeId) {
        let (end, text_end) = (self.nodes.len(), self.texts.len());
        if let Some(node) = self.nodes.get_mut(node) {
            node.end = end;
            node.text_end = text_end;
        }
    }

    /// Number of nodes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The node, or an empty one for a number that does not exist.
    #[must_use]
    pub fn node(&self, id: NodeId) -> &Node<'a> {
        self.nodes.get(id).unwrap_or(&NOTHING)
    }

    /// All texts in document order.
    #[must_use]
    pub fn all_texts(&self) -> &[Text<'a>] {
        &self.texts
    }

    /// The texts inside a subtree.
    #[must_use]
    pub fn texts(&self, id: NodeId) -> &[Text<'a>] {
        let node = self.node(id);
        self.texts.get(node.text_start..node.text_end).unwrap_or_default()
    }

    /// Whether a subtree shows no text at all.
    #[must_use]
    pub fn is_blank(&self, id: NodeId) -> bool {
        let node = self.node(id);
        node.text_start >= node.text_end
    }

    /// The texts of a subtree joined by single spaces.
    #[must_use]
    pub fn text(&self, id: NodeId) -> String {
        let mut joined = String::new();
        for text in self.texts(id) {
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(text.value.trim());
        }
        joined
    }

    /// Value of an attribute.
    #[must_use]
    pub fn attr(&self, id: NodeId, name: &str) -> Option<&str> {
        let (start, end) = self.node(id).attributes;
        let own = self.attributes.get(start..end).unwrap_or_default();
        own.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_ref())
    }

    /// An attribute read as a small positive number (`colspan`, `rowspan`), 1 where it is missing or senseless.
    #[must_use]
    pub fn span(&self, id: NodeId, name: &str) -> usize {
        self.attr(id, name).and_then(|value| value.parse().ok()).unwrap_or(1).clamp(1, 200)
    }

    /// The element children in order.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let end = self.node(id).end;
        let mut next = id.saturating_add(1);
        std::iter::from_fn(move || {
            (next < end).then(|| {
                let child = next;
                next = self.node(child).end.max(child.saturating_add(1));
                child
            })
        })
    }

    /// The node itself and all below it.
    pub fn subtree(&self, id: NodeId) -> std::ops::Range<NodeId> {
        id..self.node(id).end
    }

    /// From the node's parent up to the root.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.node(id).parent, |at| self.node(*at).parent)
    }

    /// Whether `inner` is `outer` or lies inside it.
    #[must_use]
    pub fn contains(&self, outer: NodeId, inner: NodeId) -> bool {
        inner >= outer && inner < self.node(outer).end
    }

    /// The deepest node that holds both.
    #[must_use]
    pub fn common(&self, one: NodeId, other: NodeId) -> Option<NodeId> {
        std::iter::once(one).chain(self.ancestors(one)).find(|at| self.contains(*at, other))
    }

    /// Whether one of the node's class names satisfies `test`.
    pub fn class_any(&self, id: NodeId, test: impl Fn(&str) -> bool) -> bool {
        self.node(id).class.split_ascii_whitespace().any(test)
    }

    /// Whether text stands directly in the node, not in a child.
    #[must_use]
    pub fn has_own_text(&self, id: NodeId) -> bool {
        self.texts(id).iter().any(|text| text.node == id)
    }
}
