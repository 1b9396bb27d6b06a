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

int cdisk_events_open(void) {
  errno = ENOSYS;
  return -1;
}

int cdisk_events_add(int events, const char *folder) {
  (void)events, (void)folder;
  errno = ENOSYS;
  return -1;
}

int cdisk_events_wait(int events, int milliseconds) {
  (void)events, (void)milliseconds;
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
#include <poll.h>
#include <sys/inotify.h>

int cdisk_exchange(int folder, const char *first, const char *second) {
  return renameat2(folder, first, folder, second, RENAME_EXCHANGE);
}

int cdisk_sync_file_system(int file) { return syncfs(file); }

int cdisk_events_open(void) { return inotify_init1(IN_CLOEXEC | IN_NONBLOCK); }

int cdisk_events_add(int events, const char *folder) {
  const uint32_t kinds = IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                         IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB;
  return inotify_add_watch(events, folder, kinds | IN_ONLYDIR) < 0 ? -1 : 0;
}

int cdisk_events_wait(int events, int milliseconds) {
  struct pollfd waiting = {.fd = events, .events = POLLIN};
  int ready = poll(&waiting, 1, milliseconds);
  if (ready <= 0) return ready < 0 && errno != EINTR ? -1 : 0;
  int found = 0;
  char buffer[16384] __attribute__((aligned(__alignof__(struct inotify_event))));
  ssize_t length;
  while ((length = read(events, buffer, sizeof buffer)) > 0) {
    const struct inotify_event *event;
    for (char *at = buffer; at < buffer + length; at += sizeof *event + event->len) {
      event = (const struct inotify_event *)at;
      found |= cdisk_event_any;
      if (event->mask & (IN_ISDIR | IN_DELETE_SELF | IN_MOVE_SELF | IN_Q_OVERFLOW | IN_IGNORED))
        found |= cdisk_event_folders;
      if (event->mask & (IN_MODIFY | IN_CREATE)) {
        if (!(event->mask & IN_ISDIR)) found |= cdisk_event_unfinished;
      } else {
        found &= ~cdisk_event_unfinished;
      }
    }
  }
  return length < 0 && errno != EAGAIN && errno != EINTR ? -1 : found;
}

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
