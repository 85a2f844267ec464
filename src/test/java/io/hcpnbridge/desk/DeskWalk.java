package io.hcpnbridge.desk;

/** A way through the desk from the overview on, by what a person can press; counts the clicks. */
final class DeskWalk {
    private final DeskPage page;
    private int clicks;

    DeskWalk(DeskPage page) {
        this.page = page.open("/desk");
    }

    /** Presses the first thing with that text. */
    DeskWalk click(String text) {
        page.press(text);
        clicks++;
        return this;
    }

    /** Asks for that text in the head of the page. */
    DeskWalk search(String text) {
        page.search(text);
        clicks++;
        return this;
    }

    /** Presses the button of a form. */
    DeskWalk send(String form) {
        page.send(form);
        clicks++;
        return this;
    }

    DeskWalk fill(String form, String field, String value) {
        page.fill(form, field, value);
        return this;
    }

    DeskWalk choose(String form, String field, String value) {
        page.choose(form, field, value);
        return this;
    }

    DeskWalk select(String form, String field, String value) {
        page.select(form, field, value);
        return this;
    }

    /** Waits until that can be read. */
    DeskWalk sees(String text) {
        page.waitFor(text);
        return this;
    }

    int clicks() {
        return clicks;
    }
}
