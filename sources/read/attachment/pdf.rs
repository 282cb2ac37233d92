//! The text of a PDF: its pages interpreted, each glyph taken where it stands.
//! The library neither bounds its memory nor its time: this has to run where both are bounded.

use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache, InterpreterSettings,
    SoftMask, interpret_page,
};

use super::paragraphs::{Piece, text_of};
use super::push_within;

/// Pages read of one file: guides have a hundred, and the dates stand on the first ten.
const MAX_PAGES: usize = 60;

/// Glyphs read of one page: a full page of small print has six thousand.
const MAX_GLYPHS: usize = 50_000;

/// The width of a glyph whose font does not tell it, as a share of its size.
const USUAL_WIDTH: f64 = 0.5;

/// Fonts measure their glyphs in thousandths of the size.
const FONT_UNITS: f64 = 1000.0;

pub(super) fn text(bytes: &[u8]) -> Result<String, String> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => "is locked with a password".to_owned(),
        LoadPdfError::Invalid => "is no PDF that can be read".to_owned(),
    })?;
    let cache = InterpreterCache::new();
    let mut text = String::new();
    for page in pdf.pages().iter().take(MAX_PAGES) {
        let nowhere = Rect::new(0.0, 0.0, 1.0, 1.0);
        let mut context = Context::new(Affine::IDENTITY, nowhere, &cache, pdf.xref(), InterpreterSettings::default());
        let mut glyphs = Glyphs::default();
        interpret_page(page, &mut context, &mut glyphs);
        let page = text_of(glyphs.pieces);
        let has_room = page.is_empty() || (push_within(&mut text, &page) && push_within(&mut text, "\n"));
        if !has_room {
            break;
        }
    }
    Ok(text)
}

/// Takes glyphs, and lets everything else pass.
#[derive(Default)]
struct Glyphs {
    pieces: Vec<Piece>,
}

impl Device<'_> for Glyphs {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            if self.pieces.len() == MAX_GLYPHS {
                return;
            }
            let text = match glyph.as_unicode() {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(text)) => text,
                None => continue,
            };
            let transform = props.transform * glyph.transform();
            let at = transform * Point::ZERO;
            let unit = |x, y| (transform * Point::new(x, y) - at).hypot();
            let size = unit(0.0, FONT_UNITS);
            let width = advance(glyph).map_or(USUAL_WIDTH * size, |advance| unit(advance, 0.0));
            if [at.x, at.y, size, width].iter().all(|number| number.is_finite()) {
                // On paper y grows upwards.
                self.pieces.push(Piece { x: at.x, y: -at.y, width, size, text });
            }
        }
    }

    fn draw_path(&mut self, _: &hayro_interpret::kurbo::BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

fn advance(glyph: &hayro_interpret::font::Glyph<'_>) -> Option<f64> {
    match glyph {
        hayro_interpret::font::Glyph::Outline(glyph) => glyph.advance_width().map(f64::from),
        hayro_interpret::font::Glyph::Type3(glyph) => glyph.advance_width().map(f64::from),
    }
}
