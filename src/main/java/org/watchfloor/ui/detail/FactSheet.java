package org.watchfloor.ui.detail;

import java.util.List;
import org.watchfloor.model.Fact;

/** The facts of a result as text in a mono face: names in a column, long values below their name. Pure. */
final class FactSheet {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_VALUE = 8_000;
    private static final int MOST_FACTS = 200;
    private static final int WIDEST_COLUMN = 24;
    private static final String INDENT = "    ";

    private FactSheet() {}

    static String of(List<Fact> facts) {
        List<Fact> safe = facts.stream().limit(MOST_FACTS).map(FactSheet::safe).toList();
        int column = safe.stream()
                .filter(fact -> !isTall(fact))
                .mapToInt(fact -> fact.name().length())
                .filter(length -> length <= WIDEST_COLUMN)
                .max()
                .orElse(0);
        StringBuilder sheet = new StringBuilder();
        safe.forEach(fact -> append(sheet, fact, column));
        if (facts.size() > MOST_FACTS) {
            sheet.append("… ").append(facts.size() - MOST_FACTS).append(" more facts\n");
        }
        return sheet.toString().stripTrailing();
    }

    private static Fact safe(Fact fact) {
        return new Fact(SafeText.line(fact.name(), LONGEST_NAME), SafeText.block(fact.value(), LONGEST_VALUE));
    }

    private static boolean isTall(Fact fact) {
        return fact.value().strip().indexOf('\n') >= 0;
    }

    private static void append(StringBuilder sheet, Fact fact, int column) {
        sheet.append(fact.name());
        if (isTall(fact)) {
            sheet.append('\n').append(fact.value().stripTrailing().indent(INDENT.length()));
        } else {
            sheet.repeat(' ', Math.max(0, column - fact.name().length()) + 2)
                    .append(fact.value().strip())
                    .append('\n');
        }
    }
}
