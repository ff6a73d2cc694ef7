package org.watchfloor.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads {@code /fxml/NAME.fxml} and gives it the controllers that it names. FX thread only. */
public final class Fxml {
    private Fxml() {}

    /**
     * @param controllers the instances that {@code fx:controller} attributes, also of included files, ask for
     * @throws IllegalStateException if the file is missing or asks for another controller
     */
    public static Parent load(String name, Object... controllers) {
        URL place = Fxml.class.getResource("/fxml/" + name + ".fxml");
        if (place == null) {
            throw new IllegalStateException("fxml/" + name + ".fxml is missing");
        }
        FXMLLoader loader = new FXMLLoader(place);
        loader.setControllerFactory(type -> find(type, name, controllers));
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("fxml/" + name + ".fxml cannot be loaded", e);
        }
    }

    private static Object find(Class<?> type, String name, Object... controllers) {
        for (Object controller : controllers) {
            if (type.isInstance(controller)) {
                return controller;
            }
        }
        throw new IllegalStateException("fxml/" + name + ".fxml asks for a " + type.getName() + ", which nobody gave");
    }
}
