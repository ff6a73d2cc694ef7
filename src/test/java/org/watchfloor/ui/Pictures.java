package org.watchfloor.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.watchfloor.ui.fx.Theme;

/** Pictures of screens as they would be in a window of any size. */
public final class Pictures {
    private static final Path FOLDER = Path.of("target", "screens");

    private static final boolean ALL =
            System.getProperty("watchfloor.pictures", "").equals("all");

    private Pictures() {}

    /** 1,280, and 2,560 besides if {@code -Dwatchfloor.pictures=all} asks for it: large ones take most of the time. */
    public static List<Integer> widths() {
        return ALL ? List.of(1_280, 2_560) : List.of(1_280);
    }

    /** The dark one, and the light one besides if {@code -Dwatchfloor.pictures=all} asks for it. */
    public static List<Theme> themes() {
        return ALL ? List.of(Theme.values()) : List.of(Theme.DARK);
    }

    /** The usual one of screens of that width. */
    public static int height(int width) {
        return width == 1_280 ? 800 : 1_440;
    }

    /** The root in a scene of its own and the given size, laid out. */
    public static Scene scene(Parent root, Theme theme, int width, int height) {
        return Stages.onFx(() -> {
            Scene scene = new Scene(root, width, height);
            theme.apply(scene);
            layOut(scene);
            return scene;
        });
    }

    /** Draws the scene to {@code target/screens/NAME.png}. */
    public static Path write(Scene scene, String name) {
        WritableImage image = Stages.onFx(() -> {
            layOut(scene);
            drawAnew(scene);
            return scene.snapshot(null);
        });
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        Path file = FOLDER.resolve(name + ".png");
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Scroll panes keep an image of what they show, and only a window tells them that it is old. */
    private static void drawAnew(Scene scene) {
        scene.getRoot().lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
    }

    /** Layout may ask for style and style for layout, so twice. */
    private static void layOut(Scene scene) {
        for (int pass = 0; pass < 2; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }
}
