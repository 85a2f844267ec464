package io.hcpnbridge.secret;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A value made of one or several secrets, the newest that can be used; all its parts are from the same moment. */
public final class Current<T> implements Supplier<T> {
    private final List<Consumer<? super T>> followers = new CopyOnWriteArrayList<>();
    private volatile Version<T> version;

    private Current(T value) {
        version = new Version<>(value);
    }

    /** One that nobody but {@link SecretWatch} changes. */
    public static <T> Current<T> of(T value) {
        return new Current<>(value);
    }

    /** The value; what belongs together is to be taken from one call. */
    @Override
    public T get() {
        return version.value();
    }

    /** The value, with the knowledge whether it has been replaced since. */
    public Version<T> version() {
        return version;
    }

    /** Hands over the value now and each time there is another. */
    public void follow(Consumer<? super T> follower) {
        followers.add(follower);
        follower.accept(get());
    }

    void replace(T value) {
        var before = version;
        version = new Version<>(value);
        before.replace();
        followers.forEach(follower -> follower.accept(value));
    }

    @Override
    public String toString() {
        return "Current[" + version + "]";
    }
}
