package org.watchfloor.probe.http;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.watchfloor.probe.net.Expression;
import org.watchfloor.probe.net.TextSearch;
import org.watchfloor.probe.net.TextSearch.Undecided;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A comparison with one value of a JSON body. Numbers are compared as numbers if both sides are; all else as text, where
 * only {@code ==}, {@code !=} and {@code matches} apply.
 *
 * @param pointer where the value is (RFC 6901); the empty pointer is the whole document
 * @param operand the other side; quotes around it force a comparison as text
 */
public record JsonExpectation(JsonPointer pointer, Operator operator, String operand, Optional<Expression> expression) {
    private static final Pattern TEXT = Pattern.compile("(==|!=|<=|>=|<|>|matches\\b)\\s*(.*)", Pattern.DOTALL);

    /** How the value stands to the operand. */
    public enum Operator {
        EQUAL("=="),
        NOT_EQUAL("!="),
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">="),
        MATCHES("matches");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        private static Operator of(String text) {
            for (Operator operator : values()) {
                if (operator.text.equals(text)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException("no operator " + text);
        }
    }

    /**
     * Reads {@code == ok}, {@code >= 3}, {@code matches ^v\d}.
     *
     * @throws IllegalArgumentException with a message for the operator if it is none of these
     */
    static JsonExpectation parse(JsonPointer pointer, String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" begins with no operator");
        }
        Operator operator = Operator.of(matcher.group(1));
        String operand = matcher.group(2);
        boolean ordered = operator.compareTo(Operator.BELOW) >= 0 && operator.compareTo(Operator.AT_LEAST) <= 0;
        if (ordered && number(operand).isEmpty()) {
            throw new IllegalArgumentException("\"" + operand + "\" is not a number");
        }
        try {
            Optional<Expression> expression = operator == Operator.MATCHES
                    ? Optional.of(Expression.of(Pattern.compile(operand)))
                    : Optional.empty();
            return new JsonExpectation(pointer, operator, operand, expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("bad regular expression: " + e.getDescription(), e);
        }
    }

    boolean holds(JsonNode value, TextSearch search) throws Undecided, InterruptedException {
        if (expression.isPresent()) {
            return search.find(expression.get(), text(value)).isPresent();
        }
        Optional<BigDecimal> right = number(operand);
        if (value.isNumber() && right.isPresent()) {
            return holds(value.decimalValue().compareTo(right.get()));
        }
        boolean equal = text(value).equals(unquoted(operand));
        return operator == (equal ? Operator.EQUAL : Operator.NOT_EQUAL);
    }

    /** {@code >= 3}. */
    String comparison() {
        return operator.text + " " + operand;
    }

    private boolean holds(int comparison) {
        return switch (operator) {
            case EQUAL -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case BELOW -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case ABOVE -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
            case MATCHES -> throw new IllegalStateException("an expression does not compare numbers");
        };
    }

    /** A string without its quotes; anything else as JSON. */
    static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
