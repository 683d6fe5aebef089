package noroshi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every way past the wall is known, narrow, and used by its own module alone. */
class DoorsTests {
    private static final Path JAVA = Path.of("src/main/java/noroshi");
    private static final Connections DATABASE = TestDatabase.fresh();

    private final Map<String, String[]> documented = Papers.table("Doors");

    /** A function of ours, as the catalogue knows it. */
    record Door(String name, boolean definer, String settings, boolean everybody, boolean application, String body) {}

    @Test
    void everyDoorIsDocumentedAndEveryDocumentedDoorExists() throws SQLException {
        assertThat(doors().stream().map(Door::name).toList()).containsExactlyInAnyOrderElementsOf(documented.keySet());
    }

    @Test
    void noDoorLooksForNamesWhereOthersMayPutThem() throws SQLException {
        assertThat(doors())
                .allSatisfy(door -> assertThat(door.settings()).as(door.name()).isEqualTo("search_path=\"\""));
    }

    @Test
    void theApplicationAloneMayExecuteThem() throws SQLException {
        assertThat(functions())
                .isNotEmpty()
                .allSatisfy(function -> assertThat(function.everybody())
                        .as(function.name() + " for everybody")
                        .isFalse());
        assertThat(doors())
                .allSatisfy(door -> assertThat(door.application())
                        .as(door.name() + " for the application")
                        .isEqualTo(!reason(door).contains("nobody else may execute it")));
    }

    /** Also finds a door that nothing uses any more. */
    @Test
    void onlyTheNamedStoresCallThem() throws SQLException {
        var callers = callers();
        var database = strings("""
                select coalesce(qual, '') || ' ' || coalesce(with_check, '') from pg_policies
                union all
                select tgfoid::regproc::text || '(' from pg_trigger where not tgisinternal
                """);
        for (var door : doors()) {
            var stores = callers.getOrDefault(door.name(), new TreeSet<>());
            var listed = Pattern.compile("`(\\w+)`")
                    .matcher(cells(door)[2])
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
            assertThat(stores.stream().map(store -> store.substring(store.indexOf('.') + 1)))
                    .as(door.name())
                    .containsExactlyInAnyOrderElementsOf(listed);
            var call = Pattern.compile("\\b" + Pattern.quote(door.name()) + "\\(");
            var inside = functions().stream()
                    .anyMatch(each -> call.matcher(each.body()).find());
            assertThat(!stores.isEmpty()
                            || inside
                            || database.stream()
                                    .anyMatch(text -> call.matcher(text).find()))
                    .as(door.name() + " is used")
                    .isTrue();
        }
    }

    @Test
    void storesCallDoorsOfTheirOwnModule() {
        var strangers = new TreeSet<String>();
        callers()
                .forEach((door, stores) -> stores.forEach(store -> {
                    var schema = door.substring(0, door.indexOf('.'));
                    var own = store.startsWith(schema + ".");
                    var published = schema.equals("membership") || door.startsWith(schema + ".insight_");
                    if (!own && !published) {
                        strangers.add(store + " calls " + door);
                    }
                }));
        assertThat(strangers).isEmpty();
    }

    private String reason(Door door) {
        return cells(door)[3];
    }

    private String[] cells(Door door) {
        return documented.getOrDefault(door.name(), new String[] {"", "", "", ""});
    }

    private static List<Door> doors() throws SQLException {
        return functions().stream().filter(Door::definer).toList();
    }

    private static List<Door> functions() throws SQLException {
        var found = new ArrayList<Door>();
        try (var owner = DATABASE.asOwner();
                var query = owner.prepareStatement("""
                        select n.nspname || '.' || p.proname, p.prosecdef, coalesce(array_to_string(p.proconfig, ';'), ''),
                               has_function_privilege('public', p.oid, 'execute'),
                               has_function_privilege(?, p.oid, 'execute'), p.prosrc
                          from pg_proc p
                          join pg_namespace n on n.oid = p.pronamespace
                         where pg_get_userbyid(n.nspowner) = current_user and n.nspname <> 'flyway'
                         order by 1
                        """)) {
            query.setString(1, DATABASE.application().user());
            var rows = query.executeQuery();
            while (rows.next()) {
                found.add(new Door(
                        rows.getString(1),
                        rows.getBoolean(2),
                        rows.getString(3),
                        rows.getBoolean(4),
                        rows.getBoolean(5),
                        rows.getString(6)));
            }
        }
        return found;
    }

    private static List<String> strings(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var owner = DATABASE.asOwner();
                var rows = owner.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Which stores, as {@code module.Store}, call which functions. SQL stands in stores only. */
    private Map<String, TreeSet<String>> callers() {
        var callers = new TreeMap<String, TreeSet<String>>();
        var names = Pattern.compile("\\b(\\w+\\.\\w+)\\(");
        try (var files = Files.walk(JAVA)) {
            files.filter(file -> file.toString().endsWith("Store.java")).forEach(file -> {
                var store = JAVA.relativize(file).getName(0) + "."
                        + file.getFileName().toString().replace(".java", "");
                names.matcher(read(file)).results().map(found -> found.group(1)).forEach(name -> {
                    if (documented.containsKey(name)) {
                        callers.computeIfAbsent(name, it -> new TreeSet<>()).add(store);
                    }
                });
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return callers;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
