package noroshi.practice;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import noroshi.desk.Matters;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Nothing of a practice enters what is real: not one row, list, figure, search, count, export or notification. */
@WholeHouse
@Import(Matters.class)
class KeepingPracticeApartTests {
    /** What the request itself writes: when the session was used last, and that the form was sent. */
    private static final String BOOKKEEPING = "'membership.session', 'membership.submission', 'membership.attempts'";

    private static final List<Map.Entry<Actor, String>> LISTS = List.of(
            Map.entry(DANA, "/desk/figures"),
            Map.entry(DANA, "/desk/figures/table.csv"),
            Map.entry(DANA, "/desk/figures/yearly.csv"),
            Map.entry(DANA, "/search?q=%s"),
            Map.entry(DANA, "/notifications"),
            Map.entry(DANA, "/menu"),
            Map.entry(DANA, "/desk/reports"),
            Map.entry(TORU, "/insight"),
            Map.entry(TORU, "/insight/reach"),
            Map.entry(TORU, "/desk/reports"),
            Map.entry(MIKA, "/desk"),
            Map.entry(MIKA, "/search?q=%s"),
            Map.entry(MIKA, "/notifications"),
            Map.entry(MIKA, "/menu"),
            Map.entry(RIN, "/desk"),
            Map.entry(RIN, "/menu"),
            Map.entry(MINA, "/desk"),
            Map.entry(MINA, "/notifications"),
            Map.entry(JUN, "/desk"),
            Map.entry(JUN, "/menu"),
            Map.entry(OTTO, "/search?q=%s"));

    @Autowired
    Matters matters;

    @Autowired
    PracticeDesk practices;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Environment environment;

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("spring.flyway.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"));
    }

    private static List<String> tables(Connection owner) throws SQLException {
        var found = new ArrayList<String>();
        try (var rows = owner.createStatement().executeQuery("""
                select format('%%I.%%I', n.nspname, c.relname)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'practice')
                   and n.nspname || '.' || c.relname not in (%s)
                 order by 1
                """.formatted(BOOKKEEPING))) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        assertThat(found).contains("topic.topic", "desk.matter", "audit.entry", "notification.item");
        return found;
    }

    private Map<String, String> everything() throws SQLException {
        var all = new LinkedHashMap<String, String>();
        try (var owner = owner()) {
            for (var table : tables(owner)) {
                all.put(table, one(owner, """
                        select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '')
                          from %s t
                        """.formatted(table)));
            }
        }
        return all;
    }

    private static String one(Connection owner, String sql) throws SQLException {
        try (var rows = owner.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** What other tests have set going comes to rest first. */
    private Map<String, String> atRest() throws Exception {
        var before = everything();
        for (int i = 0; i < 40; i++) {
            Thread.sleep(250);
            var now = everything();
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private List<String> lists(String word) {
        return LISTS.stream()
                .map(it -> {
                    var page = mvc.get()
                            .uri(it.getValue().formatted(word))
                            .with(as(it.getKey()))
                            .exchange();
                    assertThat(page).hasStatusOk();
                    return it + "\n" + text(page.getMvcResult().getResponse().getContentAsByteArray());
                })
                .toList();
    }

    private static String text(byte[] page) {
        return new String(page, StandardCharsets.UTF_8)
                .replaceAll("(value|content|data-[a-z-]+)=\"[^\"]*\"", "")
                .replaceAll("<time[^>]*>[^<]*</time>", "");
    }

    private String practise(String word, String system) {
        return Objects.requireNonNull(mvc.post()
                .uri("/desk/practice")
                .param("once", UUID.randomUUID().toString())
                .param("kind", "REPORT")
                .param("title", word + " が止まった")
                .param("body", word + " につながらない")
                .param("technical", word)
                .param("help", "true")
                .param("shown", MINISTRY.toString(), AGENCY.toString(), POLICE.toString())
                .param("recipient", MINISTRY.toString(), AGENCY.toString())
                .param("system", system)
                .with(as(MIKA))
                .exchange()
                .getResponse()
                .getRedirectedUrl());
    }

    @Test
    void notOneRowOfAnythingRealChanges() throws Exception {
        var word = "kunren" + UUID.randomUUID().toString().substring(0, 8);
        var system = matters.system(AGENCY, POLICE);
        practices.deleteAll(MIKA);
        var pages = lists(word);
        var rows = atRest();
        var address = practise(word, system);
        assertThat(address).startsWith("/desk/practice/");
        assertThat(mvc.get().uri(address).with(as(MIKA)))
                .hasStatusOk()
                .bodyText()
                .contains(word);
        assertThat(everything()).isEqualTo(rows);
        assertThat(lists(word)).isEqualTo(pages);
        assertThat(mvc.delete().uri(address).with(as(MIKA))).hasStatus3xxRedirection();
        assertThat(atRest()).isEqualTo(rows);
        try (var owner = owner()) {
            for (var table : tables(owner)) {
                assertThat(one(owner, "select count(*) from %s t where t::text like '%%%s%%'".formatted(table, word)))
                        .as(table)
                        .isEqualTo("0");
            }
        }
    }

    /** Nothing else in the database asks what was practised. */
    @Test
    void nothingElseReadsIt() throws SQLException {
        try (var owner = owner()) {
            assertThat(one(owner, """
                    select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                     where n.nspname <> 'practice' and p.prosrc like '%practice.%'
                    """)).isEqualTo("0");
            assertThat(one(owner, """
                    select count(*) from pg_views where schemaname <> 'practice' and definition like '%practice.%'
                    """)).isEqualTo("0");
            assertThat(one(owner, """
                    select count(*) from pg_policies
                     where schemaname <> 'practice' and (qual like '%practice.%' or with_check like '%practice.%')
                    """)).isEqualTo("0");
        }
    }
}
