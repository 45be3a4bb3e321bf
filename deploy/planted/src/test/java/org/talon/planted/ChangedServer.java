package org.talon.planted;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;

/** The classes of a server as it is built, some of them changed. */
final class ChangedServer extends URLClassLoader {
    private final Map<String, byte[]> changed;

    private ChangedServer(URL[] jars, Map<String, byte[]> changed) {
        super(jars, ChangedServer.class.getClassLoader());
        this.changed = changed;
    }

    static ChangedServer of(Path home, Part part, Map<String, byte[]> changed) throws IOException {
        Path application = home.resolve(part.module()).resolve("target/quarkus-app");
        return new ChangedServer(
                BuiltServer.jars(application).stream().map(ChangedServer::url).toArray(URL[]::new), changed);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = changed.get(name);
        return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
    }
}
