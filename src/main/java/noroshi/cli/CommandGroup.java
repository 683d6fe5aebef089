package noroshi.cli;

/**
 * One word of the command line and what stands below it, such as {@code member}; a picocli command.
 *
 * <p>Listed in {@code META-INF/services/noroshi.cli.CommandGroup}. Each command below it is a picocli {@code
 * Callable<Integer>} with a {@link Platform} as mixin, which brings {@code --json} and asks the running platform;
 * {@code --help} is added to all of them.
 *
 * <pre>{@code
 * @Command(name = "invite", description = "Invite a person by mail.")
 * class Invite implements Callable<Integer> {
 *     @Mixin Platform platform = new Platform();
 *     @Parameters(description = "Mail address") String mail = "";
 *     public Integer call() { return platform.ask("member invite", Map.of("mail", mail)); }
 * }
 * }</pre>
 */
public interface CommandGroup {}
