package org.watchfloor.recovery.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What reads a text, and so how a value has to be written to stay one value there. */
public enum Language {
    /** A command line that a shell reads; a value is one word. */
    SHELL,
    /** One argument of a process; a value goes in as it is. */
    ARGUMENT,
    /** The value of a variable of the environment; as it is. */
    ENVIRONMENT,
    /** A URL; a value is percent-encoded (RFC 3986), so it is never more than a part of a segment or of a query. */
    URL,
    /** A host, also as part of a URL; an IPv6 address stands in brackets. */
    AUTHORITY,
    /** A JSON text (RFC 8259); a value is the inside of a string. */
    JSON,
    /** A value of {@code application/x-www-form-urlencoded}. */
    FORM,
    /** The value of an HTTP header. */
    HEADER,
    /** The name of a systemd unit; nothing that systemctl would take for an option or a pattern. */
    UNIT,
    /** A text for people. */
    PLAIN;

    /** @param name of the placeholder, for the message */
    String encode(String name, String value) throws NotRendered {
        if (value.indexOf('\0') >= 0) {
            throw new NotRendered("the value of {{" + name + "}} holds a NUL character");
        }
        return switch (this) {
            case SHELL -> ShellText.word(value);
            case URL -> UrlText.percent(value);
            case AUTHORITY -> UrlText.authority(name, value);
            case JSON -> JsonText.inside(value);
            case FORM -> URLEncoder.encode(value, StandardCharsets.UTF_8);
            case HEADER -> header(name, value);
            case UNIT -> UnitText.part(name, value);
            case ARGUMENT, ENVIRONMENT, PLAIN -> value;
        };
    }

    /** What is wrong with the places of the placeholders, and with the text around them. */
    List<Fault> faults(Template template, Vocabulary vocabulary) {
        return switch (this) {
            case SHELL -> ShellText.faults(template);
            case URL -> UrlText.faults(template, vocabulary);
            case JSON -> JsonText.faults(template, vocabulary);
            case AUTHORITY -> UrlText.serverFaults(template, vocabulary);
            case HEADER -> headerFaults(template);
            case UNIT -> UnitText.faults(template);
            case ARGUMENT, PLAIN, ENVIRONMENT, FORM -> List.of();
        };
    }

    /** Holds the whole against what its parts cannot know. */
    void verify(String whole) throws NotRendered {
        switch (this) {
            case URL -> UrlText.verify(whole);
            case UNIT -> UnitText.verify(whole);
            case SHELL, ARGUMENT, ENVIRONMENT, AUTHORITY, JSON, FORM, HEADER, PLAIN -> {}
        }
    }

    /** Who may see the text: a secret does not belong into what people read or what a process list shows. */
    boolean takesSecrets() {
        return switch (this) {
            case SHELL, ENVIRONMENT, URL, JSON, FORM, HEADER -> true;
            case ARGUMENT, AUTHORITY, UNIT, PLAIN -> false;
        };
    }

    private static String header(String name, String value) throws NotRendered {
        if (!isHeader(value)) {
            throw new NotRendered("the value of {{" + name + "}} cannot stand in a header: only printable ASCII can");
        }
        return value;
    }

    private static List<Fault> headerFaults(Template template) {
        return isHeader(template.written())
                ? List.of()
                : List.of(new Fault(0, "a header holds printable ASCII only", "remove line breaks and other letters"));
    }

    private static boolean isHeader(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    }
}
