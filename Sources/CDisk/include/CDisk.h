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

#endif
