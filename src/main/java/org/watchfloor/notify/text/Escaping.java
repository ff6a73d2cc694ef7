package org.watchfloor.notify.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a value is made safe for the place of a template where it is put: what {@code {{name}}} does. */
public enum Escaping {
    /** Inside the quotes of a JSON string (RFC 8259, section 7). */
    JSON {
        @Override
        public String escape(String raw) {
            StringBuilder text = new StringBuilder();
            raw.codePoints().forEach(c -> appendJson(text, c));
            return text.toString();
        }
    },
    /** Content and quoted attributes of XML and HTML. */
    XML {
        @Override
        public String escape(String raw) {
            StringBuilder text = new StringBuilder();
            raw.codePoints().forEach(c -> appendXml(text, c));
            return text.toString();
        }
    },
    /** A value in a query or in a form ({@code application/x-www-form-urlencoded}). */
    URL {
        @Override
        public String escape(String raw) {
            return URLEncoder.encode(raw, StandardCharsets.UTF_8);
        }
    },
    NONE {
        @Override
        public String escape(String raw) {
            return raw;
        }
    };

    public abstract String escape(String raw);

    private static void appendJson(StringBuilder text, int c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                boolean plain = c >= 0x20 && c != 0x2028 && c != 0x2029 && Character.getType(c) != Character.SURROGATE;
                text.append(plain ? Character.toString(c) : "\\u%04x".formatted(c));
            }
        }
    }

    /** Characters that XML 1.0 cannot carry (section 2.2) become a replacement character. */
    private static void appendXml(StringBuilder text, int c) {
        switch (c) {
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '&' -> text.append("&amp;");
            case '"' -> text.append("&quot;");
            case '\'' -> text.append("&#39;");
            default -> {
                boolean control = c < 0x20 && c != '\n' && c != '\r' && c != '\t';
                boolean allowed = !control && c != 0xFFFE && c != 0xFFFF && Character.getType(c) != Character.SURROGATE;
                text.appendCodePoint(allowed ? c : 0xFFFD);
            }
        }
    }
}
