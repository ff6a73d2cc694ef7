package org.watchfloor.ui.detail;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Its first child above its second, or beside it where there is room. The second takes what is left. FX thread only.
 */
public final class TwoColumns extends Pane {
    private double gap;
    private double firstWidth = 400;
    private double breakpoint = 900;

    /** The room between the two. */
    public double getGap() {
        return gap;
    }

    public void setGap(double gap) {
        this.gap = gap;
    }

    /** How wide the first one is when they stand side by side. */
    public double getFirstWidth() {
        return firstWidth;
    }

    public void setFirstWidth(double firstWidth) {
        this.firstWidth = firstWidth;
    }

    /** From this width on they stand side by side. */
    public double getBreakpoint() {
        return breakpoint;
    }

    public void setBreakpoint(double breakpoint) {
        this.breakpoint = breakpoint;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return firstWidth;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets around = getInsets();
        double inner = (width < 0 ? firstWidth : width) - around.getLeft() - around.getRight();
        List<Node> both = getManagedChildren();
        double height = 0;
        for (int i = 0; i < both.size(); i++) {
            double one = both.get(i).prefHeight(widthOf(i, inner));
            height = isWide(inner) ? Math.max(height, one) : height + one + (i == 0 ? 0 : gap);
        }
        return height + around.getTop() + around.getBottom();
    }

    @Override
    protected void layoutChildren() {
        Insets around = getInsets();
        double inner = getWidth() - around.getLeft() - around.getRight();
        double x = around.getLeft();
        double y = around.getTop();
        double room = getHeight() - around.getTop() - around.getBottom();
        List<Node> both = getManagedChildren();
        for (int i = 0; i < both.size(); i++) {
            double width = widthOf(i, inner);
            boolean fills = isWide(inner) || i == both.size() - 1;
            double height = fills ? room : both.get(i).prefHeight(width);
            both.get(i).resizeRelocate(x, y, width, height);
            if (isWide(inner)) {
                x += width + gap;
            } else {
                y += height + gap;
                room -= height + gap;
            }
        }
    }

    private boolean isWide(double inner) {
        return inner >= breakpoint && getManagedChildren().size() > 1;
    }

    private double widthOf(int child, double inner) {
        return !isWide(inner) ? inner : child == 0 ? firstWidth : inner - firstWidth - gap;
    }
}
