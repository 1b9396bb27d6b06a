#define _GNU_SOURCE
#include "CDisk.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#ifdef __APPLE__
#include <sys/stdio.h>

int cdisk_exchange(int folder, const char *first, const char *second) {
  return renameatx_np(folder, first, folder, second, RENAME_SWAP);
}

int cdisk_sync_file_system(int file) {
  (void)file;
  errno = ENOSYS;
  return -1;
}
#else
int cdisk_exchange(int folder, const char *first, const char *second) {
  return renameat2(folder, first, folder, second, RENAME_EXCHANGE);
}

int cdisk_sync_file_system(int file) { return syncfs(file); }
#endif
