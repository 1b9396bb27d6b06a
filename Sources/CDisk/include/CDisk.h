// System calls that Swift cannot reach: glibc declares them only under _GNU_SOURCE, which a Swift
// package cannot set for its own import of glibc.
#ifndef CDISK_H
#define CDISK_H

/// Exchanges two names in one open folder in one step: 0, or -1 and `errno`.
int cdisk_exchange(int folder, const char *first, const char *second);

/// Writes everything of the file system that holds this open file to its disk: 0, or -1 and
/// `errno`, ENOSYS where the system has no such call.
int cdisk_sync_file_system(int file);

/// Calls `take` with the path of each file that this process runs: the program and its libraries.
void cdisk_each_program_file(void (*take)(const char *path, void *context), void *context);

/// A descriptor that tells of events in folders, or -1 and `errno`: ENOSYS where the system has no such
/// call. The descriptor is the caller's to close.
int cdisk_events_open(void);

/// Adds a folder, for what happens to the names and files right in it: 0, or -1 and `errno`. One that is
/// there already stays.
int cdisk_events_add(int events, const char *folder);

enum {
  /// Something happened.
  cdisk_event_any = 1,
  /// A folder came or went, or events were lost.
  cdisk_event_folders = 2,
  /// The last of it was a write to a file that is still open.
  cdisk_event_unfinished = 4,
};

/// Waits for events until `milliseconds` have passed, and takes all that are there: their kinds, 0 when
/// there are none, or -1 and `errno`.
int cdisk_events_wait(int events, int milliseconds);

#endif
