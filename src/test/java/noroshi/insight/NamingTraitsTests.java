package noroshi.insight;

import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.STRANGERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import noroshi.shared.Acting;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionOperations;

/** What organisations are, and what that is called, is asked of a day; the site says which, and not the database. */
@WholeHouse
class NamingTraitsTests {
    private static final Period MAY = new Period(LocalDate.parse("2016-05-02"), LocalDate.parse("2016-05-08"));

    @Autowired
    ReachStore reach;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Environment environment;

    @Test
    void anOrganisationIsWhatItIsOnTheDay() throws Exception {
        new Records(environment).bulletin("五月の速報", Records.at("2016-05-03T09:00"), ALL);
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var statement = owner.createStatement()) {
            statement.execute("""
                    insert into membership.category (code, name_ja, name_en, valid_from, valid_to)
                    values ('DATED_KIND', '初めの名', 'First', '2041-01-01', '2041-05-02'),
                           ('DATED_KIND', '後の名', 'Then', '2041-05-02', null);
                    insert into membership.organisation_trait (organisation, trait, code, valid_from, valid_to)
                    values ('%s', 'category', 'DATED_KIND', '2041-05-01', '2041-05-03')
                    """.formatted(STRANGERS));
        }
        assertThat(names("2041-04-30")).isEmpty();
        assertThat(names("2041-05-01")).containsExactly("初めの名");
        assertThat(names("2041-05-02")).containsExactly("後の名");
        assertThat(names("2041-05-03")).isEmpty();
    }

    private List<String> names(String day) throws Exception {
        var span = Span.of(MAY, ZoneId.of("Asia/Tokyo"));
        var rows = Acting.as(
                DANA,
                () -> Objects.requireNonNull(
                        transactions.execute(_ -> reach.organisations(span, LocalDate.parse(day)))));
        return rows.stream()
                .filter(row -> row.name().id().equals(STRANGERS))
                .flatMap(row -> row.traits().stream())
                .filter(trait -> trait.code().equals("DATED_KIND"))
                .map(Trait::name)
                .toList();
    }
}
