//! The login form.

use askama::Template;

use super::Frame;

#[derive(Template)]
#[template(path = "web/login.html")]
pub(crate) struct LoginPage<'a> {
    frame: Frame<'a>,
    failed: bool,
}

impl<'a> LoginPage<'a> {
    /// The form.
    pub(crate) fn render(frame: Frame<'a>) -> anyhow::Result<String> {
        Ok(Template::render(&Self { frame, failed: false })?)
    }

    /// The form after a failure, with a word about it.
    pub(crate) fn render_again(frame: Frame<'a>) -> anyhow::Result<String> {
        Ok(Template::render(&Self { frame, failed: true })?)
    }
}
