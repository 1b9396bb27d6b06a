#define _GNU_SOURCE
#include "CDisk.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#ifdef __APPLE__
#include <mach-o/dyld.h>
#include <sys/stdio.h>

int cdisk_exchange(int folder, const char *first, const char *second) {
  return renameatx_np(folder, first, folder, second, RENAME_SWAP);
}

int cdisk_sync_file_system(int file) {
  (void)file;
  errno = ENOSYS;
  return -1;
}

void cdisk_each_program_file(void (*take)(const char *path, void *context), void *context) {
  for (uint32_t index = 0; index < _dyld_image_count(); index++) {
    const char *path = _dyld_get_image_name(index);
    if (path) take(path, context);
  }
}
#else
#include <link.h>

int cdisk_exchange(int folder, const char *first, const char *second) {
  return renameat2(folder, first, folder, second, RENAME_EXCHANGE);
}

int cdisk_sync_file_system(int file) { return syncfs(file); }

struct taker {
  void (*take)(const char *path, void *context);
  void *context;
};

static int take_library(struct dl_phdr_info *info, size_t size, void *taker) {
  (void)size;
  // The program itself has no name, and what the kernel lends has no path.
  const char *path = info->dlpi_name[0] ? info->dlpi_name : "/proc/self/exe";
  if (path[0] == '/') ((struct taker *)taker)->take(path, ((struct taker *)taker)->context);
  return 0;
}

void cdisk_each_program_file(void (*take)(const char *path, void *context), void *context) {
  struct taker taker = {take, context};
  dl_iterate_phdr(take_library, &taker);
}
#endif
