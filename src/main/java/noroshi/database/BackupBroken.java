package noroshi.database;

/** An archive is not what its manifest says or not for this release, or a key is none; nothing was touched. */
public final class BackupBroken extends RuntimeException {
    public BackupBroken(String sentence) {
        super(sentence);
    }
}
