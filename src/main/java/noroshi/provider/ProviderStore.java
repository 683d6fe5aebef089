package noroshi.provider;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Seen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of providers and of how far we are with each. */
@Repository
class ProviderStore {
    private static final String COLUMNS = """
            select p.id, p.name, p.contact, p.terms, p.tags, p.address, p.sign_in, p.account, p.secret is not null as has_secret,
                   p.minutes, p.page_size, p.pull_into, p.push_from, p.paused, p.acting, g.added_after, g.next, g.pushed,
                   g.failures, g.tried_at, g.succeeded_at, g.due_at, p.certificate_until, p.authorities, p.speaks,
                   sha256(convert_to(row(p.name, p.contact, p.terms, p.tags, p.address, p.sign_in, p.account, p.secret,
                   p.minutes, p.page_size, p.pull_into, p.push_from, p.certificate, p.authorities, p.speaks)::text, 'UTF8')) as seen
              from provider.provider p join provider.progress g on g.provider = p.id
            """;

    private final JdbcClient jdbc;

    ProviderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Provider> all() {
        return jdbc.sql(COLUMNS + "order by p.name, p.id")
                .query(ProviderStore::provider)
                .list();
    }

    Optional<Provider> visible(UUID id) {
        return jdbc.sql(COLUMNS + "where p.id = :id")
                .param("id", id)
                .query(ProviderStore::provider)
                .optional();
    }

    /** Nobody else changes it before this is done. */
    void hold(UUID id) {
        jdbc.sql("select id from provider.provider where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    Optional<byte[]> secret(UUID id) {
        return jdbc.sql("select secret from provider.provider where id = :id and secret is not null")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    /** What is kept for the encrypted connection; our certificate and key are sealed together. */
    record KeptCertificate(Optional<byte[]> sealed, String authorities) {}

    Optional<KeptCertificate> certificate(UUID id) {
        return jdbc.sql("""
                select certificate, authorities from provider.provider
                 where id = :id and (certificate is not null or authorities <> '')
                """)
                .param("id", id)
                .query((row, n) -> new KeptCertificate(
                        Optional.ofNullable(row.getBytes("certificate")), row.getString("authorities")))
                .optional();
    }

    void certify(UUID id, Optional<byte[]> sealed, Optional<Instant> until, String authorities) {
        jdbc.sql("""
                update provider.provider
                   set certificate = :sealed, certificate_until = :until, authorities = :authorities
                 where id = :id
                """)
                .param("id", id)
                .param("sealed", sealed.orElse(null), Types.BINARY)
                .param("until", until.map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .param("authorities", authorities)
                .update();
    }

    void add(UUID id, NewProvider provider, Optional<byte[]> sealed, UUID acting, Instant at) {
        bound("""
                insert into provider.provider (id, name, contact, terms, tags, address, sign_in, account, secret, minutes,
                                               page_size, pull_into, push_from, acting, created_at, speaks)
                values (:id, :name, :contact, :terms, :tags, :address, :sign, :account, :secret, :minutes, :page, :pull,
                        :push, :acting, :at, :speaks)
                """, id, provider, acting)
                .param("secret", sealed.orElse(null), Types.BINARY)
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql("insert into provider.progress (provider, due_at) values (:id, :at)")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    void change(UUID id, NewProvider provider, Optional<byte[]> sealed, UUID acting) {
        bound("""
                update provider.provider
                   set name = :name, contact = :contact, terms = :terms, tags = :tags, address = :address, sign_in = :sign,
                       account = :account, secret = coalesce(:secret, secret), minutes = :minutes, page_size = :page,
                       pull_into = :pull, push_from = :push, acting = :acting, speaks = :speaks
                 where id = :id
                """, id, provider, acting)
                .param("secret", sealed.orElse(null), Types.BINARY)
                .update();
    }

    private JdbcClient.StatementSpec bound(String sql, UUID id, NewProvider provider, UUID acting) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("name", provider.name())
                .param("contact", provider.contact())
                .param("terms", provider.terms())
                .param("tags", provider.tags().toArray(String[]::new))
                .param("address", provider.address())
                .param("sign", provider.signIn().name())
                .param("account", provider.account())
                .param("minutes", provider.minutes())
                .param("page", provider.pageSize())
                .param("pull", provider.pullInto().orElse(null), Types.OTHER)
                .param("push", provider.pushFrom().orElse(null), Types.OTHER)
                .param("acting", acting)
                .param("speaks", provider.speaks().name());
    }

    void pause(UUID id, boolean paused) {
        jdbc.sql("update provider.provider set paused = :paused where id = :id")
                .param("id", id)
                .param("paused", paused)
                .update();
    }

    /** Another server or another collection of ours: what we knew of the old one means nothing any more. */
    void beginAgain(UUID id, boolean pull, boolean push, Instant at) {
        jdbc.sql("""
                update provider.progress
                   set added_after = case when :pull then '' else added_after end, next = case when :pull then '' else next end,
                       pushed = case when :push then 0 else pushed end, failures = 0, due_at = :at
                 where provider = :id
                """)
                .param("id", id)
                .param("pull", pull)
                .param("push", push)
                .param("at", Timestamp.from(at))
                .update();
    }

    void dueAt(UUID id, Instant at) {
        jdbc.sql("update provider.progress set due_at = :at where provider = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** After each page: a round that is broken off here goes on here. */
    void reached(UUID id, String addedAfter, String next) {
        jdbc.sql("update provider.progress set added_after = :after, next = :next where provider = :id")
                .param("id", id)
                .param("after", addedAfter)
                .param("next", next)
                .update();
    }

    void pushed(UUID id, long position) {
        jdbc.sql("update provider.progress set pushed = :position where provider = :id")
                .param("id", id)
                .param("position", position)
                .update();
    }

    void tried(UUID id, boolean well, Instant at, Instant due) {
        jdbc.sql("""
                update provider.progress
                   set tried_at = :at, due_at = :due, failures = case when :well then 0 else failures + 1 end,
                       succeeded_at = case when :well then :at else succeeded_at end
                 where provider = :id
                """)
                .param("id", id)
                .param("well", well)
                .param("at", Timestamp.from(at))
                .param("due", Timestamp.from(due))
                .update();
    }

    /** A provider whose round is due, and for whom it acts. */
    record Due(UUID provider, UUID acting) {}

    List<Due> due(Instant at) {
        return jdbc.sql("select provider, acting from provider.due(:at)")
                .param("at", Timestamp.from(at))
                .query((row, n) -> new Due(row.getObject("provider", UUID.class), row.getObject("acting", UUID.class)))
                .list();
    }

    private static Provider provider(ResultSet row, int n) throws SQLException {
        return new Provider(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("contact"),
                row.getString("terms"),
                texts(row.getArray("tags")),
                row.getString("address"),
                SignIn.valueOf(row.getString("sign_in")),
                row.getString("account"),
                row.getBoolean("has_secret"),
                row.getInt("minutes"),
                row.getInt("page_size"),
                Optional.ofNullable(row.getObject("pull_into", UUID.class)),
                Optional.ofNullable(row.getObject("push_from", UUID.class)),
                row.getBoolean("paused"),
                row.getObject("acting", UUID.class),
                new Provider.Progress(
                        row.getString("added_after"),
                        row.getString("next"),
                        row.getLong("pushed"),
                        row.getInt("failures"),
                        Optional.ofNullable(row.getTimestamp("tried_at")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getTimestamp("succeeded_at")).map(Timestamp::toInstant),
                        row.getTimestamp("due_at").toInstant()),
                new Provider.Tls(
                        Optional.ofNullable(row.getTimestamp("certificate_until"))
                                .map(Timestamp::toInstant),
                        row.getString("authorities")),
                Speaks.valueOf(row.getString("speaks")),
                Seen.of(HexFormat.of().formatHex(row.getBytes("seen"))));
    }

    static List<String> texts(Array column) throws SQLException {
        return Arrays.asList((String[]) column.getArray());
    }
}
