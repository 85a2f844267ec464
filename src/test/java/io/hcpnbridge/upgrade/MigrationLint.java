package io.hcpnbridge.upgrade;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says which statements of a migration the version before could not live with, or would have to stand still for. Whatever is not known
 * to be an expansion is none.
 */
final class MigrationLint {
    private static final String DONE_LATER =
            "is no expansion; db/migration/README.md says how it is done in two versions";
    private static final Pattern CREATE_TABLE =
            Pattern.compile("create (?:unlogged )?table (?:if not exists )?(\\w+) ?\\(.*");
    private static final Pattern ALTER_TABLE = Pattern.compile("alter table (?:only )?(\\w+) (.*)");
    private static final Pattern REFERENCES = Pattern.compile("\\breferences (\\w+)");
    private static final Pattern ADD_COLUMN = Pattern.compile("add column (?:if not exists )?(\\w+) (.*)");
    private static final Pattern PLAIN_INDEX =
            Pattern.compile("create (?:unique )?index (?:if not exists )?\\w+ on (?:only )?(\\w+) ?\\(.*");
    private static final Pattern LATER_INDEX = Pattern.compile("create index concurrently (\\w+) on .*");
    private static final Pattern REST_OF_INDEX = Pattern.compile("drop index concurrently if exists (\\w+)");
    private static final Pattern UPDATE = Pattern.compile("update (?:only )?(\\w+) set (.*?)(?: from .*| where .*)?");
    private static final Pattern INSERT = Pattern.compile("insert into (\\w+) ?\\(.*");
    private static final Pattern HARMLESS = Pattern.compile(
            "set local lock_timeout = ''|comment on .*|create function .*|create trigger .*|create sequence .*");
    /** Computed once for all rows, so that the table is not written anew. */
    private static final Pattern CONSTANT_DEFAULT = Pattern.compile(
            ".*\\bdefault (?:''(?:::\\w+)?|-?[0-9.]+|true|false|null|now\\(\\)|current_timestamp)(?: .*)?");

    private final Set<String> released;
    private final Set<String> newTables = new HashSet<>();
    private final Set<String> newColumns = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    /** @param released versions of the adapter that a contraction may name */
    MigrationLint(Collection<String> released) {
        this.released = Set.copyOf(released);
    }

    /** What is wrong with these migrations, which come after the first release; in the order of their versions. */
    List<String> problems(Collection<Migration> migrations) {
        migrations.forEach(this::check);
        return List.copyOf(problems);
    }

    private void check(Migration migration) {
        var statements = migration.statements();
        var tables = new HashSet<String>();
        var contracted = migration.contractedSince();
        contracted
                .filter(version -> !released.contains(version))
                .ifPresent(version -> problems.add(migration.file() + ": " + version + " is not released"));
        lockTimeout(migration, statements);
        oneTableAtATime(migration, statements);
        concurrently(migration, statements);
        for (var statement : statements) {
            var problem = problem(statement, tables, statements);
            if (problem != null && (contracted.isEmpty() || !problem.equals(DONE_LATER))) {
                problems.add(migration.file() + ": " + statement + ": " + problem);
            }
        }
    }

    private String problem(String statement, Set<String> tables, List<String> all) {
        var table = CREATE_TABLE.matcher(statement);
        var alter = ALTER_TABLE.matcher(statement);
        var index = PLAIN_INDEX.matcher(statement);
        var update = UPDATE.matcher(statement);
        var insert = INSERT.matcher(statement);
        var rest = REST_OF_INDEX.matcher(statement);
        if (table.matches()) {
            tables.add(table.group(1));
            newTables.add(table.group(1));
            return null;
        } else if (alter.matches() && !tables.contains(alter.group(1))) {
            return alteration(alter);
        } else if (index.matches()) {
            return tables.contains(index.group(1))
                    ? null
                    : "keeps writers waiting, or refuses what the version before writes: create index concurrently, in a file of its own";
        } else if (update.matches()) {
            return backfill(update);
        } else if (insert.matches()) {
            return newTables.contains(insert.group(1)) ? null : DONE_LATER;
        } else if (rest.matches()) {
            return all.stream().anyMatch(other -> other.startsWith("create index concurrently " + rest.group(1) + " "))
                    ? null
                    : DONE_LATER;
        }
        var known = HARMLESS.matcher(statement).matches()
                || LATER_INDEX.matcher(statement).matches()
                || alter.matches();
        return known ? null : DONE_LATER;
    }

    private String alteration(Matcher alter) {
        for (var action : actions(alter.group(2))) {
            var column = ADD_COLUMN.matcher(action);
            if (!column.matches()) {
                return DONE_LATER;
            }
            newColumns.add(alter.group(1) + "." + column.group(1));
            var definition = column.group(2);
            if (definition.matches(".*\\b(unique|primary key|references|check)\\b.*")) {
                return DONE_LATER;
            }
            var constant = CONSTANT_DEFAULT.matcher(definition).matches();
            if (!constant && definition.matches(".*\\b(default|generated|(big|small)?serial)\\b.*")) {
                return "writes the whole table anew and keeps everybody waiting: add it empty, fill it afterwards";
            }
            if (definition.contains("not null") && !constant) {
                return "the version before does not fill it: give it a constant default";
            }
        }
        return null;
    }

    /** Only columns that the version before does not read get new values. */
    private String backfill(Matcher update) {
        for (var assignment : actions(update.group(2))) {
            var column = assignment.split(" ?=", 2)[0];
            if (!newColumns.contains(update.group(1) + "." + column) && !newTables.contains(update.group(1))) {
                return DONE_LATER;
            }
        }
        return null;
    }

    /** The version before takes its locks in another order: whoever holds one table and waits for another may meet it in a deadlock. */
    private void oneTableAtATime(Migration migration, List<String> statements) {
        var made = new HashSet<String>();
        var locked = new TreeSet<String>();
        for (var statement : statements) {
            var table = CREATE_TABLE.matcher(statement);
            var alter = ALTER_TABLE.matcher(statement);
            if (table.matches()) {
                made.add(table.group(1));
                REFERENCES.matcher(statement).results().forEach(reference -> locked.add(reference.group(1)));
            } else if (alter.matches()) {
                locked.add(alter.group(1));
            }
        }
        locked.removeAll(made);
        if (locked.size() > 1) {
            problems.add(migration.file() + ": locks " + String.join(" and ", locked) + " together: one table a file");
        }
    }

    private void lockTimeout(Migration migration, List<String> statements) {
        if (statements.stream()
                        .anyMatch(
                                statement -> statement.startsWith("alter table ") || statement.contains(" references "))
                && !statements.get(0).startsWith("set local lock_timeout = ")) {
            problems.add(migration.file() + ": begins with set local lock_timeout = '5s', so that whoever waits for the"
                    + " table's lock does not keep the others waiting");
        }
    }

    private void concurrently(Migration migration, List<String> statements) {
        var concurrent = statements.stream()
                .filter(statement -> statement.contains(" index concurrently "))
                .count();
        if (concurrent > 0 && concurrent < statements.size()) {
            problems.add(migration.file() + ": what is done concurrently stands in a file of its own");
        }
        for (var statement : statements) {
            var index = LATER_INDEX.matcher(statement);
            if (index.matches() && !statements.contains("drop index concurrently if exists " + index.group(1))) {
                problems.add(migration.file() + ": first drops what an interrupted try has left of " + index.group(1));
            }
        }
    }

    /** The parts between commas that stand in no brackets. */
    private static List<String> actions(String list) {
        var actions = new ArrayList<String>();
        var depth = 0;
        var begin = 0;
        for (int i = 0; i < list.length(); i++) {
            var sign = list.charAt(i);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (sign == ',' && depth == 0) {
                actions.add(list.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        actions.add(list.substring(begin).strip());
        return actions;
    }
}
