package org.talon.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import net.bytebuddy.dynamic.ClassFileLocator;

/** The classes of a server as it was built, in the order in which it finds them itself. */
final class BuiltServer implements AutoCloseable {

    /** Of a Quarkus application; the first holds what the build changed itself. */
    private static final List<String> FOLDERS = List.of("quarkus", "app", "lib/main", "lib/boot");

    private final ClassFileLocator classes;
    private final String where;

    private BuiltServer(ClassFileLocator classes, String where) {
        this.classes = classes;
        this.where = where;
    }

    /** @param home the folder of this project */
    static BuiltServer of(Path home, Part part) {
        Path application = home.resolve(part.module()).resolve("target/quarkus-app");
        try {
            List<ClassFileLocator> all = new ArrayList<>();
            for (Path jar : jars(application)) {
                all.add(new ClassFileLocator.ForJarFile(new JarFile(jar.toFile())));
            }
            all.add(ClassFileLocator.ForClassLoader.ofPlatformLoader());
            return new BuiltServer(new ClassFileLocator.Compound(all), part.module());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> jars(Path application) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String folder : FOLDERS) {
            if (!Files.isDirectory(application.resolve(folder))) {
                throw new CannotPlant(application.resolve(folder) + " is not there; build the server first");
            }
            try (Stream<Path> files = Files.list(application.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
            }
        }
        return jars;
    }

    /** @throws CannotPlant where there is no such class any more */
    byte[] read(String name) {
        try {
            ClassFileLocator.Resolution found = classes.locate(name);
            if (!found.isResolved()) {
                throw new CannotPlant(where + " has no class " + name);
            }
            return found.resolve();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ClassFileLocator classes() {
        return classes;
    }

    @Override
    public void close() {
        try {
            classes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
