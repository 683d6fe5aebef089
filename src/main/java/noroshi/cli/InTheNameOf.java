package noroshi.cli;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command carried out in the name of an administrator. What it declares is what it asks: {@code member invite --name-en}
 * sends the order "member invite" with the argument {@code nameEn}; a parameter is called by its label; a path is the file.
 */
public abstract class InTheNameOf implements Callable<Integer> {
    private static final Pattern NEXT_WORD = Pattern.compile("-(.)");

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final Platform platform = new Platform();

    @Option(
            names = "--as",
            required = true,
            paramLabel = "LOGIN",
            description = "Administrator in whose name it is done and remembered.")
    private String as = "";

    @Override
    public final Integer call() {
        var command = Objects.requireNonNull(spec);
        var order = command.parent().name() + " " + command.name();
        var arguments = new HashMap<String, Object>();
        for (var arg : command.args()) {
            if (arg.userObject() instanceof Field field
                    && InTheNameOf.class.isAssignableFrom(field.getDeclaringClass())) {
                arguments.put(name(arg), arg.getValue());
            }
        }
        return arguments.remove("file") instanceof Path file
                ? platform.ask(order, arguments, file)
                : platform.ask(order, arguments);
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option
                ? NEXT_WORD
                        .matcher(option.longestName().substring(2))
                        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT))
                : arg.paramLabel().toLowerCase(Locale.ROOT);
    }
}
