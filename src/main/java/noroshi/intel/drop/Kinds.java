package noroshi.intel.drop;

import static noroshi.intel.IndicatorType.DOMAIN;
import static noroshi.intel.IndicatorType.EMAIL;
import static noroshi.intel.IndicatorType.FILE_NAME;
import static noroshi.intel.IndicatorType.IPV4;
import static noroshi.intel.IndicatorType.IPV6;
import static noroshi.intel.IndicatorType.MD5;
import static noroshi.intel.IndicatorType.SHA1;
import static noroshi.intel.IndicatorType.SHA256;
import static noroshi.intel.IndicatorType.URL;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import noroshi.intel.IndicatorType;

/** The words that tables use for types. */
final class Kinds {
    private static final Map<String, Set<IndicatorType>> WORDS = words();

    private Kinds() {}

    private static Map<String, Set<IndicatorType>> words() {
        var words = new HashMap<String, Set<IndicatorType>>();
        put(words, Set.of(DOMAIN), "domain hostname host fqdn domainname ドメイン ドメイン名 ホスト名");
        put(words, Set.of(IPV4, IPV6), "ip ipaddress ipaddr ipdst ipsrc address ipアドレス");
        put(words, Set.of(IPV4), "ipv4 ipv4addr");
        put(words, Set.of(IPV6), "ipv6 ipv6addr");
        put(words, Set.of(URL), "url uri link");
        put(words, Set.of(SHA256), "sha256");
        put(words, Set.of(SHA1), "sha1");
        put(words, Set.of(MD5), "md5");
        put(words, Set.of(MD5, SHA1, SHA256), "hash filehash ハッシュ ハッシュ値");
        put(words, Set.of(EMAIL), "email emailaddress mail emailsrc emailaddr メール メールアドレス");
        put(words, Set.of(FILE_NAME), "filename file ファイル名");
        return Map.copyOf(words);
    }

    private static void put(Map<String, Set<IndicatorType>> words, Set<IndicatorType> types, String names) {
        for (var name : names.split(" ")) {
            words.put(name, types);
        }
    }

    /** The types a word means; none for a word we do not know. */
    static Set<IndicatorType> named(String word) {
        return WORDS.getOrDefault(TableReader.folded(word), Set.of());
    }
}
