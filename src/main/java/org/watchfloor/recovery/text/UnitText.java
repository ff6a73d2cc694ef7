package org.watchfloor.recovery.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of systemd units (systemd.unit(5)), without those that hold a backslash. Pure functions. */
final class UnitText {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9:_.@-]{1,255}");
    private static final String RULE = "letters, digits and : _ . @ -, not beginning with a hyphen";

    private UnitText() {}

    static String part(String name, String value) throws NotRendered {
        if (!PART.matcher(value).matches()) {
            throw new NotRendered("the value of {{" + name + "}} is not the name of a unit: it takes " + RULE);
        }
        return value;
    }

    static void verify(String whole) throws NotRendered {
        if (whole.startsWith("-")) {
            throw new NotRendered("the name of the unit begins with a hyphen: it takes " + RULE);
        }
    }

    static List<Fault> faults(Template template) {
        String sample = template.parts().stream()
                .map(part -> part instanceof Template.Literal(String text, int _) ? text : "x")
                .collect(Collectors.joining());
        return sample.startsWith("-") || !PART.matcher(sample).matches()
                ? List.of(new Fault(0, "this is not the name of a unit", "use " + RULE))
                : List.of();
    }
}
