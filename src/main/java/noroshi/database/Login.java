package noroshi.database;

/** A database role and its password. */
record Login(String user, String password) {
    @Override
    public String toString() {
        return user;
    }
}
